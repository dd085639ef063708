import type { IdentityDoor } from './shared/access/identity-door.ts';
import { IDENTITY, type Identity, migrateIdentity } from './accounts/identity/identity.ts';
import { openDoor } from './accounts/identity/open-door.ts';
import { demoAccounts } from './accounts/seed/demo-people.ts';
import { accounts } from './accounts/subgraph.ts';
import { eventRoutes } from './event-routes.ts';
import type { Clock } from './shared/clock.ts';
import type { DatabaseConnection } from './shared/database/connection.ts';
import { connectionAs, provisionRole } from './shared/database/roles.ts';
import { alone, migrate } from './shared/database/service-database.ts';
import { workInbox } from './shared/events/inbox.ts';
import { JOBS, openJobs } from './shared/events/job-queue.ts';
import { openInboxes, Relay } from './shared/events/relay.ts';
import type { Logger } from './shared/logger.ts';
import type { RunningService, Service } from './shared/service.ts';

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
  const { services, owner, secret, now, log } = options;
  await using opened = new AsyncDisposableStack();

  const hasIdentity = services.includes(accounts);
  await alone(owner, async (client) => {
    for (const service of services) await migrate(service.storage, owner, client, secret);
    await provisionRole(client, JOBS, secret, { ownsSchema: true });
    if (hasIdentity) {
      await provisionRole(client, IDENTITY, secret, { ownsSchema: true });
      await migrateIdentity(connectionAs(IDENTITY, owner, secret));
    }
  });

  const running = await Promise.all(
    services.map(async (service) => {
      const connection = connectionAs(service.name, owner, secret);
      return opened.adopt(await service.open({ connection, now, log }), (open) => open.close());
    }),
  );
  const front = hasIdentity ? opened.adopt(doorOf(options, running), ({ identity }) => identity.close()) : null;
  await seed(options, running, front?.identity ?? null);
  opened.adopt(await startEvents(options, running), (events) => events.stop());

  const closing = opened.move();
  return { running, door: front?.door ?? null, close: () => closing.disposeAsync() };
}

function doorOf(
  options: OpenServicesOptions,
  running: readonly RunningService[],
): { identity: Identity; door: IdentityDoor } {
  const { owner, secret, publicUrl, rateLimits, demoPassword, now, log } = options;
  const people = running.find(({ name }) => name === accounts.name);
  if (!people) throw new Error('identity runs beside accounts');
  return openDoor(people, {
    connection: connectionAs(IDENTITY, owner, secret),
    secret,
    publicUrl,
    rateLimits,
    requireVerifiedEmail: demoPassword === null,
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
  if (demoPassword !== null) await identity?.provideDemoAccounts(demoAccounts, demoPassword);
}

async function startEvents(
  { services, owner, secret, now, log }: OpenServicesOptions,
  running: readonly RunningService[],
): Promise<{ stop(): Promise<void> }> {
  const boss = await openJobs(owner, secret, log);
  await openInboxes(boss, eventRoutes);
  const relays = running.map(({ database: { orm } }) => new Relay({ orm, boss, routes: eventRoutes, log }));
  for (const relay of relays) relay.start();
  for (const [index, { name, handlers }] of services.entries()) {
    const orm = running[index]?.database.orm;
    if (orm && Object.keys(handlers).length > 0) await workInbox(boss, { service: name, orm, handlers, now, log });
  }
  return {
    async stop() {
      await Promise.all(relays.map((relay) => relay.stop()));
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
