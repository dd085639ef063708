import pg from 'pg';
import { inject } from 'vitest';
import type { RunningService } from '../../../services/shared/service.ts';

/** Does something to a service's database that its own role may not: as the owner, in the service's schema. */
export async function asOwner<T>(
  { name, database }: RunningService,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...inject('cluster'),
    database: database.orm.config.get('dbName'),
    options: `-c search_path=${name}`,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
