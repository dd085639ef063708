import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../gateway/embedded-postgres/embedded-postgres.ts';
import { openServices } from '../../services/open-services.ts';
import { services } from '../../services/services.ts';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { silentLog, TEST_PASSWORD, TEST_SECRET } from './constants.ts';

/** Settings of a portal process on a data folder. */
export function keptSettings(folder: string) {
  return { DATA_DIR: folder, SECRET: TEST_SECRET, DEMO_PASSWORD: TEST_PASSWORD, RATE_LIMITS: 'off' };
}

/** Uses the database of a data folder while no portal runs on it. */
export async function withDatabase<Result>(
  folder: string,
  use: (owner: DatabaseConnection) => Promise<Result>,
): Promise<Result> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'crash-safe' });
  try {
    return await use(postgres.connection);
  } finally {
    await postgres.stop();
  }
}

/** Makes a data folder as a portal with demo data leaves it behind, and with what `prepare` adds to it. */
export function keepPortal<Result>(
  folder: string,
  prepare: (owner: DatabaseConnection) => Promise<Result>,
): Promise<Result> {
  return withDatabase(folder, async (owner) => {
    const opened = await openServices({
      services,
      owner,
      secret: TEST_SECRET,
      publicUrl: 'http://localhost',
      rateLimits: false,
      demoPassword: TEST_PASSWORD,
      now: () => new Date(),
      log: silentLog,
    });
    try {
      return await prepare(owner);
    } finally {
      await opened.close();
    }
  });
}
