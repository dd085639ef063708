import { join } from 'node:path';
import { demoAccounts } from '../services/accounts/seed/demo-people.ts';
import { openServices } from '../services/open-services.ts';
import { services } from '../services/services.ts';
import { connectionFromUrl, type DatabaseConnection } from '../services/shared/database/connection.ts';
import { openLog } from '../services/shared/logger.ts';
import { runProcess } from '../services/shared/run-process.ts';
import { explainRefusal } from '../services/shared/start-refusal.ts';
import { EmbeddedPostgresRefusal, startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
import { madeUpSecret } from './made-up-secret.ts';
import { openGateway } from './open-gateway.ts';
import { type PortalSettings, readPortalSettings } from './portal-settings.ts';
import { inProcessTransport } from './transport/in-process.ts';
import { welcome } from './welcome.ts';

const SECRET_BYTES = 32;
const PASSWORD_BYTES = 9;

/** The whole portal in one process, on the embedded database or on one of the operator's. */
await runProcess(
  async () => {
    const settings = readPortalSettings(process.env);
    const log = openLog({ name: 'portal', level: settings.logLevel });
    await using opened = new AsyncDisposableStack();

    const owner = await ownerOf(settings, opened);
    const demoPassword = settings.demo
      ? (settings.demoPassword ?? (await madeUpSecret(settings.dataDir, 'demo-password', PASSWORD_BYTES)))
      : null;
    const { running, door } = opened.adopt(
      await openServices({
        services,
        owner,
        secret: settings.secret ?? (await madeUpSecret(settings.dataDir, 'secret', SECRET_BYTES)),
        publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
        rateLimits: settings.rateLimits,
        demoPassword,
        mail: settings.mail,
        openIdConnect: settings.openIdConnect,
        keys: settings.keys,
        privateAddresses: settings.privateAddresses,
        now: () => new Date(),
        log,
      }),
      (open) => open.close(),
    );
    if (!door) throw new Error('the portal runs with accounts');

    const people = demoAccounts.map(({ email, role }) => ({ email, role }));
    const mailFolder = settings.mail.smtpUrl === null ? settings.mail.folder : null;
    const demo = demoPassword === null ? null : { password: demoPassword, people };
    const gateway = opened.adopt(
      await openGateway({
        services: running.map(({ name }) => name),
        transport: inProcessTransport(running),
        door,
        mailFolder: demo && mailFolder,
        introspection: settings.introspection,
        trustProxy: settings.trustProxy,
        demo,
        log,
      }),
      (open) => open.close(),
    );
    const port = await gateway.listen({ host: settings.host, port: settings.port });
    console.log(welcome(settings.publicUrl ?? `http://localhost:${port}`, demo, mailFolder));

    const closing = opened.move();
    return () => closing.disposeAsync();
  },
  (error) => (error instanceof EmbeddedPostgresRefusal ? error.message : explainRefusal(error)),
  { isRunByNpm: process.env.npm_lifecycle_event !== undefined },
);

async function ownerOf(settings: PortalSettings, opened: AsyncDisposableStack): Promise<DatabaseConnection> {
  if (settings.databaseUrl !== null) return connectionFromUrl(settings.databaseUrl);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(settings.dataDir, 'postgres'),
    durability: 'crash-safe',
  });
  opened.defer(() => postgres.stop());
  return postgres.connection;
}
