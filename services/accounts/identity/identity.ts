import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { hashPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { bearer } from 'better-auth/plugins';
import pg from 'pg';
import type { DatabaseConnection } from '../../shared/database/connection.ts';
import { CLIENT_ADDRESS_HEADER } from '../../shared/http/gateway-headers.ts';
import { newId } from '../../shared/ids.ts';
import type { Logger } from '../../shared/logger.ts';
import type { DemoAccount } from '../seed/demo-people.ts';

/** Name of the schema and role that hold accounts, sessions and passwords; nothing else reads them. */
export const IDENTITY = 'identity';

const POOL_SIZE = 5;

export interface IdentityOptions {
  /** Connection of the role that owns the identity schema. */
  readonly connection: DatabaseConnection;
  /** Signs sessions. */
  readonly secret: string;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  readonly rateLimits: boolean;
  /** Whether a new person must follow a link in a mail before the first sign-in. */
  readonly requireVerifiedEmail: boolean;
  readonly log: Logger;
  /** Called before a session begins. */
  readonly onSignIn: (person: { id: string; displayName: string; email: string }) => Promise<void>;
}

/** Sign-up, sign-in and sessions, under `/auth`. */
export interface Identity {
  /** Answers a request below `/auth`. */
  handle(request: Request): Promise<Response>;
  /** The person a bearer token stands for, or null when it stands for nobody (any more). */
  personOf(token: string): Promise<string | null>;
  /** Lets the demonstration's people sign in, all with this password. */
  provideDemoAccounts(people: readonly DemoAccount[], password: string): Promise<void>;
  close(): Promise<void>;
}

/** Brings identity's tables to the present state. */
export async function migrateIdentity(connection: DatabaseConnection): Promise<void> {
  const pool = identityPool(connection);
  try {
    // The library plans its tables from its settings; of these, only the database and the plugins count here.
    const migrations = await getMigrations({ database: pool, plugins: [bearer()] });
    await migrations.runMigrations();
  } finally {
    await pool.end();
  }
}

/** Opens identity on its migrated schema. */
export function openIdentity(options: IdentityOptions): Identity {
  const pool = identityPool(options.connection);
  pool.on('error', (err) => options.log.warn({ err }, 'identity database'));
  const auth = betterAuth(authSettings(options, pool));
  return {
    handle: async (request) => withoutCookies(await auth.handler(withoutCookie(request))),
    personOf: async (token) => {
      const session = await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
      return session?.user.id ?? null;
    },
    provideDemoAccounts: async (people, password) => {
      const { adapter } = await auth.$context;
      const hash = await hashPassword(password);
      const now = new Date();
      for (const { id, email, displayName: name } of people) {
        const known = await adapter.findOne({ model: 'user', where: [{ field: 'id', value: id }] });
        if (known) continue;
        const dates = { createdAt: now, updatedAt: now };
        await adapter.create({
          model: 'user',
          data: { id, email, name, emailVerified: true, ...dates },
          forceAllowId: true,
        });
        await adapter.create({
          model: 'account',
          data: { userId: id, accountId: id, providerId: 'credential', ...dates },
        });
      }
      await adapter.updateMany({
        model: 'account',
        where: [{ field: 'userId', operator: 'in', value: people.map(({ id }) => id) }],
        update: { password: hash },
      });
    },
    close: () => pool.end(),
  };
}

/*
 * The portal knows people by their token alone. Without cookies, a page of another site has nothing to ride on, and
 * clients that are no browsers need no `Origin`.
 */

function withoutCookie(request: Request): Request {
  const plain = new Request(request);
  plain.headers.delete('cookie');
  return plain;
}

function withoutCookies(response: Response): Response {
  const plain = new Response(response.body, response);
  plain.headers.delete('set-cookie');
  return plain;
}

function identityPool(connection: DatabaseConnection): pg.Pool {
  return new pg.Pool({ ...connection, max: POOL_SIZE, options: `-c search_path=${IDENTITY}` });
}

function authSettings(options: IdentityOptions, pool: pg.Pool) {
  const isSecure = options.publicUrl.startsWith('https:');
  return {
    appName: 'Erikti',
    baseURL: options.publicUrl,
    basePath: '/auth',
    secret: options.secret,
    database: pool,
    trustedOrigins: isSecure ? [options.publicUrl] : [options.publicUrl, 'http://localhost:*', 'http://127.0.0.1:*'],
    emailAndPassword: { enabled: true, requireEmailVerification: options.requireVerifiedEmail },
    plugins: [bearer()],
    rateLimit: {
      enabled: options.rateLimits,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/sign-up/email': { window: 60, max: 30 },
      },
    },
    advanced: {
      database: {
        generateId: ({ model }: { model: string }) => newId(model === 'user' ? 'person' : model.toLowerCase()),
      },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // There are no cookies to protect; see above.
      disableCSRFCheck: true,
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }: { userId: string }, request: GenericEndpointContext | null) => {
            const user = await request?.context.internalAdapter.findUserById(userId);
            if (user) await options.onSignIn({ id: user.id, displayName: user.name, email: user.email });
          },
        },
      },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn' as const,
      log: (level: string, message: string) => options.log[level === 'error' ? 'error' : 'warn']({}, message),
    },
  };
}
