import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll } from 'vitest';
import {
  NominationErrorPolicy,
  type NomineeRow,
} from '../../../services/delegations/nomination/nominate/judge.rules.ts';
import {
  type NominateDelegates,
  type NominateDelegatesOutcome,
  nominateDelegates,
} from '../../../services/delegations/nomination/nominate/nominate-delegates.ts';
import { DelegationRole, QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import type { Nominee } from '../../../services/delegations/nomination/nominee/nominee.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { eventRoutes } from '../../../services/event-routes.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { connectionAs } from '../../../services/shared/database/roles.ts';
import type { DomainEvent, EventHandler } from '../../../services/shared/events/event.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { addressKey } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { givenEdition, NOW } from '../../forum/waiting-list/editions.ts';
import { silentLog, TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase, TEST_KEYS } from '../../support/database.ts';

export const POSTAGE = { keys: TEST_KEYS, publicUrl: 'http://portal.example' };
const PARTIES = [delegations, forum] as const;

/** Both sides of a claim on one database, with nobody between them but the test. */
export interface Desk {
  readonly delegations: EntityManager;
  readonly forum: EntityManager;
  /** Takes everything out of both outboxes that the other side, or a service itself, acts on. */
  take(): Promise<DomainEvent[]>;
  /** Hands an event to those who act on it. */
  deliver(event: DomainEvent): Promise<void>;
  /** Hands an event over to a process that ends after so many statements; true where all was done by then. */
  interrupt(event: DomainEvent, steps: number): Promise<boolean>;
  /** Hands over everything until nothing is left, each event as often as asked. */
  settle(times?: number): Promise<void>;
}

/** Opens both services for the tests of a file. */
export function useDesk(): Desk {
  const running: RunningService[] = [];
  let drop: () => Promise<void> = async () => {};
  beforeAll(async () => {
    const database = await givenDatabase();
    drop = database.drop;
    for (const service of PARTIES) {
      const connection = connectionAs(service.name, database.owner, TEST_SECRET);
      running.push(await service.open({ connection, keys: TEST_KEYS, now: () => NOW, log: silentLog }));
    }
  });
  afterAll(async () => {
    await Promise.all(running.map((service) => service.close()));
    await drop();
  });
  const em = (name: string) => {
    const service = running.find((one) => one.name === name);
    if (!service) throw new Error(`${name} opens before the first test`);
    return service.database.orm.em.fork();
  };
  const desk: Desk = {
    get delegations() {
      return em('delegations');
    },
    get forum() {
      return em('forum');
    },
    async take() {
      const events: DomainEvent[] = [];
      for (const { name } of PARTIES) {
        const rows = await em(name).execute<DomainEvent[]>('delete from outbox_event returning id, type, payload');
        events.push(...rows.map((row) => ({ ...row, occurredAt: NOW.getTime() })));
      }
      return events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    async deliver(event) {
      for (const { name, handlers } of PARTIES) {
        if (!eventRoutes[event.type]?.includes(name)) continue;
        const service = running.find((one) => one.name === name);
        if (service)
          await receive({ service: name, orm: service.database.orm, handlers, keys: TEST_KEYS, now: () => NOW }, event);
      }
    },
    async interrupt(event, steps) {
      for (const { name, handlers } of PARTIES) {
        const handler = handlers[event.type];
        const service = running.find((one) => one.name === name);
        if (!handler || !service || !eventRoutes[event.type]?.includes(name)) continue;
        const ended: EventHandler = (tx, one, now, keys) => handler(endingAfter(tx, steps), one, now, keys);
        const inbox = { service: name, orm: service.database.orm, keys: TEST_KEYS, now: () => NOW };
        // Its receipt is another one, so that the true delivery is not taken for a repetition.
        const told = { ...event, id: newId('event') };
        const isDone = await receive({ ...inbox, handlers: { [event.type]: ended } }, told).then(
          () => true,
          (error: Error) => {
            if (error.message !== INTERRUPTION) throw error;
            return false;
          },
        );
        if (!isDone) return false;
      }
      return true;
    },
    async settle(times = 1) {
      for (let events = await desk.take(); events.length > 0; events = await desk.take()) {
        for (const event of events) for (let time = 0; time < times; time++) await desk.deliver(event);
      }
    },
  };
  return desk;
}

export const INTERRUPTION = 'the process ends here';

/** A unit of work that ends the process, as it were, after so many statements. */
export function endingAfter(tx: EntityManager, steps: number): EntityManager {
  let left = steps;
  return new Proxy(tx, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (!['execute', 'find', 'findOne', 'flush'].includes(String(property))) return value.bind(target);
      return async (...parameters: unknown[]) => {
        if (left-- === 0) throw new Error(INTERRUPTION);
        return value.apply(target, parameters);
      };
    },
  });
}

export interface Edition {
  readonly editionId: string;
  readonly delegationId: string;
}

let countries = 0;
const CODES = ['AM', 'AZ', 'BY', 'KG', 'KZ', 'MD', 'RU', 'TJ', 'TM', 'UZ', 'KE', 'TR', 'TH'];

/** A delegation that names people, to an edition of its own with so many seats. */
export async function givenDelegation(
  desk: Desk,
  {
    capacity = 10,
    waitlistLimit = 5,
    delegates = 5,
    status = 'NOMINATING',
    editionId: known,
  }: {
    capacity?: number;
    waitlistLimit?: number;
    delegates?: number;
    status?: string;
    editionId?: string;
  } = {},
): Promise<Edition> {
  const editionId = known ?? (await givenEdition(desk.forum, { capacity, waitlistLimit }));
  const delegationId = newId('delegation');
  const em = desk.delegations;
  countries += 1;
  await em.execute(
    `insert into delegation (id, edition_id, country_code, party_type, status) values (?, ?, ?, 'MEMBER', ?)`,
    [delegationId, editionId, CODES[countries % CODES.length], status],
  );
  await em.execute(`insert into quota (delegation_id, category, allocated) values (?, 'DELEGATE', ?)`, [
    delegationId,
    delegates,
  ]);
  return { editionId, delegationId };
}

export function nominee(change: Partial<Nominee> = {}): Nominee {
  return {
    email: `${newId('nominee').replace('_', '-')}@state.example`,
    nativeName: { family: 'Ахметова', given: 'Сәуле' },
    latinName: { family: 'Akhmetova', given: 'Saule' },
    category: QuotaCategory.DELEGATE,
    role: DelegationRole.DELEGATE,
    isAlternate: false,
    ...change,
  };
}

export function rows(...nominees: readonly Nominee[]): NomineeRow[] {
  return nominees.map((one, index) => ({ number: index + 1, nominee: one }));
}

export function nominate(
  desk: Desk,
  delegationId: string,
  nominees: readonly Nominee[],
  change: Partial<NominateDelegates> = {},
): Promise<NominateDelegatesOutcome> {
  const command = {
    actorId: 'person_focal',
    idempotencyKey: null,
    delegationId,
    errorPolicy: NominationErrorPolicy.REJECT_FAILED_ROWS,
    dryRun: false,
    rows: rows(...nominees),
    ...change,
  };
  return nominateDelegates(desk.delegations, POSTAGE, command, NOW);
}

/** Somebody with an account, nominated; the IDs of both. */
export async function givenNominee(
  desk: Desk,
  delegationId: string,
  change: Partial<Nominee> = {},
): Promise<{ nominationId: string; personId: string; email: string }> {
  const one = nominee(change);
  const personId = await givenAccount(desk, one.email);
  const outcome = await nominate(desk, delegationId, [one]);
  const nominationId = 'results' in outcome ? outcome.results[0]?.nominationId : null;
  if (!nominationId) throw new Error(JSON.stringify(outcome));
  return { nominationId, personId, email: one.email };
}

/** Somebody who signs in with an address. */
export async function givenAccount(desk: Desk, email: string): Promise<string> {
  const personId = newId('person');
  await desk.delegations.execute('insert into known_address (address_key, person_id, noted_at) values (?, ?, ?)', [
    addressKey(TEST_KEYS, email),
    personId,
    NOW,
  ]);
  return personId;
}

export interface NominationState {
  readonly status: string;
  readonly role: string;
  readonly person_id: string | null;
  readonly registration_id: string | null;
  readonly claim_refusal: string | null;
  readonly refused_for_id: string | null;
}

export async function nominationOf(desk: Desk, id: string): Promise<NominationState | undefined> {
  const [row] = await desk.delegations.execute<NominationState[]>(
    'select status, role, person_id, registration_id, claim_refusal, refused_for_id from nomination where id = ?',
    [id],
  );
  return row;
}

/** Places taken, as the database counts them, and as there are active nominations. */
export async function usedOf(desk: Desk, delegationId: string): Promise<{ used: number; active: number } | undefined> {
  const [row] = await desk.delegations.execute<{ used: number; active: number }[]>(
    `select used, (select count(*)::int from nomination where nomination.delegation_id = quota.delegation_id
       and uses_quota(status)) as active
     from quota where delegation_id = ? and category = 'DELEGATE'`,
    [delegationId],
  );
  return row;
}

export interface RegistrationState {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly delegation_id: string | null;
  readonly nomination_id: string | null;
  readonly priority_class: number;
}

export function registrationsOf(desk: Desk, personId: string): Promise<RegistrationState[]> {
  return desk.forum.execute<RegistrationState[]>(
    `select id, status, category, delegation_id, nomination_id, priority_class from registration
     where person_id = ? order by id`,
    [personId],
  );
}
