import { identityRoutes } from './accounts/identity/identity-routes.ts';
import { openServices } from './open-services.ts';
import { readServiceSettings } from './service-settings.ts';
import { services } from './services.ts';
import { connectionFromUrl } from './shared/database/connection.ts';
import { readVerificationKeys } from './shared/execution/gateway-token.ts';
import { serviceApp } from './shared/http/service-app.ts';
import { openLog } from './shared/logger.ts';
import { runProcess } from './shared/run-process.ts';
import { SettingsRefusal } from './shared/settings.ts';
import { explainRefusal } from './shared/start-refusal.ts';

/** One service in a process of its own: `npm run start:service forum`. */
await runProcess(
  async () => {
    const name = process.argv[2] ?? '';
    const service = services.find((one) => one.name === name);
    if (!service) {
      const names = services.map((one) => one.name).join(', ');
      throw new SettingsRefusal(`There is no service "${name}". Say one of ${names}.`);
    }
    const settings = readServiceSettings(name, process.env);
    const log = openLog({ name, level: settings.logLevel });
    const verificationKeys = await readVerificationKeys(settings.verificationKeys).catch(() => {
      throw new SettingsRefusal('GATEWAY_VERIFICATION_KEY: this is no key; take it from "npm run -s keys"');
    });
    await using opened = new AsyncDisposableStack();

    const { running, door } = opened.adopt(
      await openServices({
        services: [service],
        owner: connectionFromUrl(settings.databaseUrl),
        secret: settings.secret,
        publicUrl: settings.publicUrl,
        rateLimits: settings.rateLimits,
        demoPassword: settings.demoPassword,
        mail: settings.mail,
        openIdConnect: settings.openIdConnect,
        keys: settings.keys,
        privateAddresses: settings.privateAddresses,
        now: () => new Date(),
        log,
      }),
      (open) => open.close(),
    );
    for (const one of running) {
      const moreRoutes = door ? identityRoutes(door) : undefined;
      const app = opened.adopt(serviceApp({ service: one, verificationKeys, log, moreRoutes }), (open) => open.close());
      const origin = await app.listen({ host: settings.host, port: settings.port });
      console.log(`${name} is ready at ${origin}`);
    }

    const closing = opened.move();
    return () => closing.disposeAsync();
  },
  explainRefusal,
  { isRunByNpm: process.env.npm_lifecycle_event !== undefined },
);
