import { betterAuth } from 'better-auth';
import { hashPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { bearer } from 'better-auth/plugins';
import pg from 'pg';
import type { DatabaseConnection } from '../../shared/database/connection.ts';
import type { Logger } from '../../shared/logger.ts';
import type { OpenIdConnect } from '../../shared/outside.settings.ts';
import type { MailRequest } from '../mail/mail-queue.ts';
import type { DemoAccount } from '../seed/demo-people.ts';
import { alike, plainAnswer } from './answers/answers.ts';
import { withoutCookie, withoutCookies } from './answers/cookies.ts';
import { authSettings, RATE_LIMIT_STORAGE } from './auth-settings.ts';
import { deleteUnverified } from './delete-unverified.ts';
import { handOver } from './open-id-connect.ts';

/** Name of the schema and role that hold accounts, sessions and passwords; nothing else reads them. */
export const IDENTITY = 'identity';

const POOL_SIZE = 5;
const BASE_PATH = /^\/auth(?=\/)/;

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
  /** The provider that people may sign in with; null for none. */
  readonly openIdConnect: OpenIdConnect | null;
  /** Puts a mail on its way. */
  readonly askForMail: (mail: MailRequest) => Promise<void>;
  readonly log: Logger;
  /** Called before a session begins. */
  readonly onSignIn: (person: SigningIn) => Promise<void>;
}

export interface SigningIn {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  /** Whether the address is theirs, as far as this portal asks for proof. */
  readonly isProven: boolean;
}

/** Sign-up, sign-in and sessions, under `/auth`. */
export interface Identity {
  /** Answers a request below `/auth`. */
  handle(request: Request): Promise<Response>;
  /** The person a bearer token stands for, or null when it stands for nobody (any more). */
  personOf(token: string): Promise<string | null>;
  /** Where a person's mail goes; null for someone who is gone. */
  addressOf(personId: string): Promise<string | null>;
  /**
   * Forgets sign-ups from before then whose address nobody proved, and what else has run out. `isPerson` tells who of
   * these has signed in all the same, and stays.
   */
  deleteUnverified(before: Date, isPerson: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void>;
  /** Lets the demonstration's people sign in, all with this password. */
  provideDemoAccounts(people: readonly DemoAccount[], password: string): Promise<void>;
  close(): Promise<void>;
}

/** Brings identity's tables to the present state. */
export async function migrateIdentity(connection: DatabaseConnection): Promise<void> {
  const pool = identityPool(connection);
  try {
    // The library plans its tables from its settings. Of these, only what has tables of its own counts here.
    const migrations = await getMigrations({
      database: pool,
      plugins: [bearer()],
      rateLimit: { storage: RATE_LIMIT_STORAGE },
    });
    await migrations.runMigrations();
  } finally {
    await pool.end();
  }
}

/** Opens identity on its migrated schema. */
export function openIdentity(options: IdentityOptions): Identity {
  const pool = identityPool(options.connection);
  let isClosing = false;
  pool.on('error', (err) => {
    // A connection that is being closed may still hear that the database goes, too.
    if (!isClosing) options.log.warn({ err }, 'identity database');
  });
  const auth = betterAuth(authSettings(options, pool));
  return {
    async handle(request) {
      const path = new URL(request.url).pathname.replace(BASE_PATH, '');
      const response = await alike(path, () => auth.handler(withoutCookie(path, request)));
      const handed = await handOver(path, response, options.publicUrl, async (signedToken) => {
        const headers = new Headers({ authorization: `Bearer ${signedToken}` });
        return (await auth.api.generateOneTimeToken({ headers })).token;
      });
      return withoutCookies(path, await plainAnswer(path, request, handed));
    },
    personOf: async (token) => {
      const session = await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
      return session?.user.id ?? null;
    },
    addressOf: async (personId) => {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.findUserById(personId))?.email ?? null;
    },
    deleteUnverified: (before, isPerson) => deleteUnverified(pool, before, isPerson),
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
    close: () => {
      isClosing = true;
      return pool.end();
    },
  };
}

function identityPool(connection: DatabaseConnection): pg.Pool {
  return new pg.Pool({ ...connection, max: POOL_SIZE, options: `-c search_path=${IDENTITY}` });
}
