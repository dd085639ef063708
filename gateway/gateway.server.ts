import { readGatewayKey } from '../services/shared/execution/gateway-token.ts';
import { openLog } from '../services/shared/logger.ts';
import { runProcess } from '../services/shared/run-process.ts';
import { SettingsRefusal } from '../services/shared/settings.ts';
import { explainRefusal } from '../services/shared/start-refusal.ts';
import { httpDoor } from './door/http-door.ts';
import { readGatewaySettings } from './gateway-settings.ts';
import { openGateway } from './open-gateway.ts';
import { httpTransport } from './transport/http.ts';
import { welcome } from './welcome.ts';

/** The gateway in a process of its own, in front of services in theirs. */
await runProcess(
  async () => {
    const settings = readGatewaySettings(process.env);
    const log = openLog({ name: 'gateway', level: settings.logLevel });
    const signingKey = await readGatewayKey(settings.signingKey).catch(() => {
      throw new SettingsRefusal('GATEWAY_SIGNING_KEY: this is no key; take it from "npm run -s keys"');
    });
    await using opened = new AsyncDisposableStack();

    const transport = opened.adopt(httpTransport(settings.origins, signingKey), (open) => open.close());
    const gateway = opened.adopt(
      await openGateway({
        services: [...settings.origins.keys()],
        transport,
        door: httpDoor(settings.accountsUrl, signingKey),
        introspection: settings.introspection,
        trustProxy: settings.trustProxy,
        demo: null,
        log,
      }),
      (open) => open.close(),
    );
    const port = await gateway.listen({ host: settings.host, port: settings.port });
    console.log(welcome(settings.publicUrl ?? `http://localhost:${port}`, null));

    const closing = opened.move();
    return () => closing.disposeAsync();
  },
  explainRefusal,
  { isRunByNpm: process.env.npm_lifecycle_event !== undefined },
);
