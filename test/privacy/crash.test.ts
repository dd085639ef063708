import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestErasure } from '../../services/accounts/privacy/erasure/request-erasure.ts';
import { services } from '../../services/services.ts';
import { connectionAs } from '../../services/shared/database/roles.ts';
import type { DomainEvent, EventHandler } from '../../services/shared/events/event.ts';
import { receive } from '../../services/shared/events/inbox.ts';
import { newId } from '../../services/shared/ids.ts';
import type { RunningService } from '../../services/shared/service.ts';
import { silentLog, TEST_SECRET } from '../support/constants.ts';
import { givenDatabase, TEST_KEYS, type TestDatabase } from '../support/database.ts';
import { givenPeople } from '../support/people.ts';
import { asDatabaseOwner, contentOf, placesOf } from '../support/whole-database.ts';

const NAMES = services.map(({ name }) => name);
const SCHEMAS = [...NAMES, 'identity'];
/** More than any handler takes: what is begun is done in fewer statements. */
const MOST_STEPS = 30;

let database: TestDatabase;
let running: RunningService[];
beforeAll(async () => {
  database = await givenDatabase();
  running = await Promise.all(
    services.map((service) =>
      service.open({ connection: connectionAs(service.name, database.owner, TEST_SECRET), now, log: silentLog }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(running.map((service) => service.close()));
  await database.drop();
});

describe('an erasure that is interrupted', () => {
  it('changes nothing in a service until it changes all, whichever step it ends after', async () => {
    const { event, personId } = await givenErasure();

    for (const name of NAMES) {
      const handler = handlerOf(name, 'ErasureRequested');
      const steps: number[] = [];
      for (let step = 1; step < MOST_STEPS; step++) {
        const before = await contentOf(database.owner, SCHEMAS);
        const interrupted: EventHandler = (tx, one, at, keys) => handler(endingAfter(tx, step), one, at, keys);
        const ended = await deliver(name, event, { ErasureRequested: interrupted }).then(
          () => true,
          (error: Error) => {
            if (error.message !== INTERRUPTION) throw error;
            return false;
          },
        );
        if (ended) break;
        steps.push(step);
        expect(await contentOf(database.owner, SCHEMAS)).toEqual(before);
      }
      expect(steps.length).toBeGreaterThan(1);
      expect(await count(`select from ${name}.erased_person where person_id = '${personId}'`)).toBe(1);
    }

    expect(await placesOf(database.owner, [`${personId}@test.example`, 'Tester of erasure'])).toEqual([]);
  }, 60_000);

  it('is done once, however often it is delivered', async () => {
    const { event } = await givenErasure();
    for (const name of NAMES) await deliver(name, event);
    const after = await contentOf(database.owner, SCHEMAS);

    for (const name of NAMES) await deliver(name, event);

    expect(await contentOf(database.owner, SCHEMAS)).toEqual(after);
  });

  it('is completed by the last receipt, in whatever order and however often they come', async () => {
    const { event, erasureId } = await givenErasure();
    for (const name of NAMES) await deliver(name, event);
    const receipts = await settled(erasureId);

    const seen: (string | null)[] = [];
    for (const receipt of receipts.toReversed()) {
      await deliver('accounts', receipt);
      await deliver('accounts', receipt);
      await deliver('accounts', {
        ...receipt,
        id: newId('event'),
        payload: { ...receipt.payload, outcome: 'KEPT' },
      }).catch(() => {});
      seen.push(await completedAt(erasureId));
    }

    expect(receipts).toHaveLength(NAMES.length);
    expect(seen.map((at) => at !== null)).toEqual([false, false, false, false, true]);
    expect(
      await count(`select from accounts.erasure_receipt where erasure_id = '${erasureId}' and outcome = 'ERASED'`),
    ).toBe(5);
  });

  it('is completed when all receipts come at once', async () => {
    const { event, erasureId } = await givenErasure();
    for (const name of NAMES) await deliver(name, event);

    await Promise.all((await settled(erasureId)).map((receipt) => deliver('accounts', receipt)));

    expect(await completedAt(erasureId)).not.toBeNull();
    expect(
      await count(
        `select from accounts.audit_entry where command = 'completeErasure' and subject_id = '${event.payload.personId}'`,
      ),
    ).toBe(1);
  });

  it('is one for each person, also when it is asked for at the same moment', async () => {
    const [person] = await givenPeople(database.owner, 1);
    const personId = person?.personId ?? '';

    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        requestErasure(service('accounts').database.orm.em.fork(), command(personId), now()),
      ),
    );

    expect(new Set(outcomes.map((outcome) => 'erasureId' in outcome && outcome.erasureId)).size).toBe(1);
    expect(await count(`select from accounts.outbox_event where payload ->> 'personId' = '${personId}'`)).toBe(1);
  });
});

describe('what is written about a person while they are erased', () => {
  it('is erased too, or is not written', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { event, personId } = await givenErasure({ registered: false });
      const text = `Racing ${personId}`;

      const [registered] = await Promise.allSettled([
        asDatabaseOwner(database.owner, (client) => register(client, personId, text)),
        deliver('forum', event),
      ]);

      expect(await placesOf(database.owner, [text])).toEqual([]);
      const withdrawn = await count(
        `select from forum.registration where person_id = '${personId}' and status = 'WITHDRAWN'`,
      );
      expect(withdrawn).toBe(registered.status === 'fulfilled' ? 1 : 0);
    }
  });

  it('is let go where word of it comes late', async () => {
    const { event, personId } = await givenErasure();
    await deliver('accounts', event);
    const payload = { delegationId: 'delegation_any', personId };

    await deliver('accounts', { id: newId('event'), type: 'HeadOfDelegationNamed', occurredAt: Date.now(), payload });

    expect(await count(`select from accounts.public_function where person_id = '${personId}'`)).toBe(0);
  });
});

describe('administrators who leave at the same moment', () => {
  it('leave one behind', async () => {
    const leaving = await givenPeople(database.owner, 4);
    await asDatabaseOwner(database.owner, (client) =>
      client.query(
        `insert into accounts.role_grant (id, person_id, role, scope_kind, since)
         select 'role_grant_' || id, id, 'ADMINISTRATOR', 'ALL', now() from unnest($1::text[]) as people (id)`,
        [leaving.map(({ personId }) => personId)],
      ),
    );

    const outcomes = await Promise.all(
      leaving.map(({ personId }) =>
        requestErasure(service('accounts').database.orm.em.fork(), command(personId), now()),
      ),
    );

    const refusals = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome.refusal] : []));
    expect(refusals).toEqual(['last-administrator']);
  });
});

const INTERRUPTION = 'the process ends here';

function now(): Date {
  return new Date();
}

/** A unit of work that ends the process, as it were, after so many statements. */
function endingAfter(tx: EntityManager, steps: number): EntityManager {
  let left = steps;
  return new Proxy(tx, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (!['execute', 'find', 'flush'].includes(String(property))) return value.bind(target);
      return async (...parameters: unknown[]) => {
        if (left-- === 0) throw new Error(INTERRUPTION);
        return value.apply(target, parameters);
      };
    },
  });
}

function service(name: string): RunningService {
  const found = running.find((one) => one.name === name);
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
}

function handlerOf(name: string, type: string): EventHandler {
  const handler = services.find((one) => one.name === name)?.handlers[type];
  if (!handler) throw new Error(`${name} does not handle ${type}`);
  return handler;
}

function deliver(
  name: string,
  event: DomainEvent,
  handlers = services.find((one) => one.name === name)?.handlers ?? {},
) {
  return receive({ service: name, orm: service(name).database.orm, handlers, keys: TEST_KEYS, now }, event);
}

function command(personId: string) {
  return { actorId: personId, personId, idempotencyKey: null, reason: null, services: NAMES };
}

async function givenErasure({ registered = true } = {}) {
  const [person] = await givenPeople(database.owner, 1);
  const personId = person?.personId ?? '';
  if (registered) await asDatabaseOwner(database.owner, (client) => register(client, personId, 'Tester of erasure'));
  const outcome = await requestErasure(service('accounts').database.orm.em.fork(), command(personId), now());
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  const { erasureId } = outcome;
  const event: DomainEvent = {
    id: newId('event'),
    type: 'ErasureRequested',
    occurredAt: Date.now(),
    payload: { erasureId, personId },
  };
  return { event, personId, erasureId };
}

function register(client: pg.Client, personId: string, affiliation: string): Promise<unknown> {
  return client.query(
    `insert into forum.registration (id, edition_id, person_id, category, status, affiliation, registered_at)
     select 'registration_' || $1, id, $1, 'OPEN', 'PENDING_REVIEW', $2, now() from forum.edition`,
    [personId, affiliation],
  );
}

/** What the services have answered, as it would reach accounts. */
function settled(erasureId: string): Promise<DomainEvent[]> {
  return asDatabaseOwner(database.owner, async (client) => {
    const events: DomainEvent[] = [];
    for (const name of NAMES) {
      const { rows } = await client.query(
        `select id, type, payload from ${name}.outbox_event where type = 'ErasureSettled' and payload ->> 'erasureId' = $1`,
        [erasureId],
      );
      events.push(...rows.map((row) => ({ ...row, occurredAt: Date.now() })));
    }
    return events;
  });
}

function completedAt(erasureId: string): Promise<string | null> {
  return asDatabaseOwner(database.owner, async (client) => {
    const { rows } = await client.query('select completed_at from accounts.erasure where id = $1', [erasureId]);
    return rows[0]?.completed_at ?? null;
  });
}

function count(sql: string): Promise<number> {
  return asDatabaseOwner(database.owner, async (client) => (await client.query(sql)).rowCount ?? 0);
}
