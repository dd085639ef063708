import type { PgBoss } from 'pg-boss';
import { IDENTITY, type Identity, migrateIdentity } from './accounts/identity/identity.ts';
import { openDoor } from './accounts/identity/open-door.ts';
import type { RunningIdentity } from './accounts/identity/run-identity.ts';
import type { NoticeRequest } from './accounts/mail/mail-queue.ts';
import { openIdentityRecords } from './accounts/privacy/identity-records.ts';
import { demoAccounts } from './accounts/seed/demo-people.ts';
import { erasedAmong } from './accounts/seed/erased-demo-people.ts';
import { accounts } from './accounts/subgraph.ts';
import { eventRoutes } from './event-routes.ts';
import type { IdentityDoor } from './shared/access/identity-door.ts';
import type { Clock } from './shared/clock.ts';
import { derivedKey, type KeyRing, NO_KEYS } from './shared/crypto/key-ring.ts';
import type { DatabaseConnection } from './shared/database/connection.ts';
import { connectionAs, provisionRole } from './shared/database/roles.ts';
import { alone, migrate } from './shared/database/service-database.ts';
import type { DomainEvent, EventHandlers } from './shared/events/event.ts';
import { workInbox } from './shared/events/inbox.ts';
import { JOBS, openJobs } from './shared/events/job-queue.ts';
import { openInboxes, Relay } from './shared/events/relay.ts';
import type { Logger } from './shared/logger.ts';
import type { MailDelivery, OpenIdConnect } from './shared/outside.settings.ts';
import { Rounds } from './shared/rounds.ts';
import type { RunningService, Service } from './shared/service.ts';
import { workUpkeep } from './shared/upkeep.ts';

export interface OpenServicesOptions {
  /** All of them in one process, or the one this process is for. */
  readonly services: readonly Service[];
  /** A role that may create schemas and roles. Used while starting, and by nothing that answers requests. */
  readonly owner: DatabaseConnection;
  /** The deployment's secret: session signatures and role passwords follow from it. */
  readonly secret: string;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  readonly rateLimits: boolean;
  /** The demonstration's password; null for a portal without one. */
  readonly demoPassword: string | null;
  /** How mails leave; where it is null or absent they wait in the queue. */
  readonly mail?: MailDelivery | null;
  /** A provider that people may sign in with; none where it is null or absent. */
  readonly openIdConnect?: OpenIdConnect | null;
  /** What encrypts. The key that follows from `secret` opens too, and is the only one where these are null or absent. */
  readonly keys?: KeyRing | null;
  /** Whether webhooks may lead into the operator's own network; they may not where it is absent. */
  readonly privateAddresses?: boolean;
  readonly now: Clock;
  readonly log: Logger;
}

export interface OpenServices {
  readonly running: readonly RunningService[];
  /** Present where accounts is among the services. */
  readonly door: IdentityDoor | null;
  close(): Promise<void>;
}

/** Migrates, opens and seeds services, and sets their events going. */
export async function openServices(options: OpenServicesOptions): Promise<OpenServices> {
  const { services, owner, secret, publicUrl, privateAddresses = false, now, log } = options;
  const keys = (options.keys ?? NO_KEYS).with(derivedKey(secret));
  await using opened = new AsyncDisposableStack();

  const hasIdentity = services.includes(accounts);
  await alone(owner, async (client) => {
    for (const service of services) await migrate(service.storage, owner, client, secret);
    await provisionRole(client, JOBS, secret, { ownsSchema: true });
    if (hasIdentity) {
      await provisionRole(client, IDENTITY, secret, { ownsSchema: true });
      const identity = connectionAs(IDENTITY, owner, secret);
      await migrateIdentity(identity);
      await openIdentityRecords(identity, client, accounts.name);
    }
  });

  const running = await Promise.all(
    services.map(async (service) => {
      const connection = connectionAs(service.name, owner, secret);
      return opened.adopt(await service.open({ connection, publicUrl, keys, privateAddresses, now, log }), (open) =>
        open.close(),
      );
    }),
  );
  const boss = opened.adopt(await openJobs(owner, secret, log), closeJobs);
  const front = hasIdentity
    ? opened.adopt(await doorOf({ ...options, keys }, running, boss), ({ identity }) => identity.close())
    : null;
  await seed(options, running, front?.identity ?? null);
  opened.adopt(await startEvents({ ...options, keys }, running, boss, front?.identity ?? null), (events) =>
    events.stop(),
  );

  const closing = opened.move();
  return { running, door: front?.door ?? null, close: () => closing.disposeAsync() };
}

function doorOf(
  options: OpenServicesOptions & { readonly keys: KeyRing },
  running: readonly RunningService[],
  boss: PgBoss,
): Promise<{ identity: RunningIdentity; door: IdentityDoor }> {
  const { owner, secret, publicUrl, rateLimits, demoPassword, now, log } = options;
  const people = running.find(({ name }) => name === accounts.name);
  if (!people) throw new Error('identity runs beside accounts');
  return openDoor(people, options.keys, {
    connection: connectionAs(IDENTITY, owner, secret),
    secret,
    publicUrl,
    rateLimits,
    requireVerifiedEmail: demoPassword === null,
    openIdConnect: options.openIdConnect ?? null,
    mail: options.mail ?? null,
    boss,
    log,
    now,
  });
}

async function seed(
  { services, demoPassword, now }: OpenServicesOptions,
  running: readonly RunningService[],
  identity: Identity | null,
): Promise<void> {
  for (const [index, service] of services.entries()) {
    const orm = running[index]?.database.orm;
    if (!orm) continue;
    await service.seedReference(orm.em.fork(), now());
    if (demoPassword !== null) await service.seedDemo(orm.em.fork(), now());
  }
  const people = running.find(({ name }) => name === accounts.name)?.database.orm.em.fork();
  if (demoPassword === null || !identity || !people) return;
  const gone = await erasedAmong(people, demoAccounts);
  await identity.provideDemoAccounts(
    demoAccounts.filter(({ id }) => !gone.has(id)),
    demoPassword,
  );
}

async function startEvents(
  { services, keys, privateAddresses = false, now, log }: OpenServicesOptions & { readonly keys: KeyRing },
  running: readonly RunningService[],
  boss: PgBoss,
  identity: RunningIdentity | null,
): Promise<{ stop(): Promise<void> }> {
  await openInboxes(boss, eventRoutes);
  const relays = running.map(({ database: { orm } }) => new Relay({ orm, boss, routes: eventRoutes, log }));
  for (const relay of relays) relay.start();
  const rounds: Rounds[] = [];
  for (const [index, { name, handlers, upkeep, rounds: due }] of services.entries()) {
    const orm = running[index]?.database.orm;
    if (!orm) continue;
    const all = name === accounts.name && identity ? withMails(handlers, identity) : handlers;
    if (Object.keys(all).length > 0) await workInbox(boss, { service: name, orm, handlers: all, keys, now, log });
    await workUpkeep(boss, { service: name, orm, upkeep, keys, now, log });
    rounds.push(new Rounds({ rounds: due, orm, keys, privateAddresses, now, log: log.child({ service: name }) }));
  }
  for (const each of rounds) each.start();
  return {
    async stop() {
      await Promise.all([...relays, ...rounds].map((each) => each.stop()));
      await closeJobs(boss);
    },
  };
}

/** What accounts does about mails, which are no rows of its tables: they wait in a queue, and may be kept in a folder. */
function withMails(handlers: EventHandlers, identity: RunningIdentity): EventHandlers {
  return {
    ...handlers,
    NoticeDue: (_tx, event) => identity.askForNotice(noticeOf(event)),
    ErasureRequested: async (tx, event, now, keys) => {
      await handlers.ErasureRequested?.(tx, event, now, keys);
      await identity.forgetMails(String(event.payload.personId));
    },
  };
}

function noticeOf({ id, payload }: DomainEvent): NoticeRequest {
  const { personId, about, expiresAt, sealed } = payload;
  return {
    eventId: id,
    personId: personId == null ? null : String(personId),
    about: String(about),
    sealed: String(sealed),
    expiresAt: expiresAt == null ? null : new Date(String(expiresAt)),
  };
}

/** Lets work under way finish. Closing twice changes nothing. */
function closeJobs(boss: PgBoss): Promise<void> {
  return boss.stop({ graceful: true, timeout: 5_000 });
}
