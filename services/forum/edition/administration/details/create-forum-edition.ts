import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import { newId } from '../../../../shared/ids.ts';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { type GivenText, textsOf } from '../../../../shared/text/given-texts.rules.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { tellSchedule } from '../tell-schedule.ts';
import { DATES, DEADLINES } from './calendar.rules.ts';
import type { EditionDetails } from './edition-details.rules.ts';

export interface CreateForumEdition extends Omit<EditionDetails, 'isDemo'> {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly title: readonly GivenText[];
  readonly city: readonly GivenText[];
  readonly capacity: number;
  readonly waitlistLimit: number;
}

export type CreateForumEditionOutcome =
  | { readonly editionId: string }
  | { readonly refusal: 'edition-year-taken'; readonly editionId: string }
  | { readonly refusal: 'idempotency-key-reused' };

/**
 * Makes the edition of a year, as a draft that administrators alone see, with its seats.
 *
 * Of two who make the edition of the same year at once, the second is told of the first's. The input has been checked.
 */
export function createForumEdition(
  em: EntityManager,
  command: CreateForumEdition,
  now: Date,
): Promise<CreateForumEditionOutcome> {
  const { actorId, idempotencyKey: key, ...input } = command;
  return em.transactional((tx) =>
    once<CreateForumEditionOutcome>(tx, { actorId, operation: 'createForumEdition', key, input }, now, () =>
      create(tx, command, now),
    ),
  );
}

async function create(tx: EntityManager, command: CreateForumEdition, now: Date): Promise<CreateForumEditionOutcome> {
  const { actorId, year, calendar, hostCountry, timeZone, seatOfferHours, capacity, waitlistLimit } = command;
  const id = newId('forum_edition');
  const made = await tx.execute(
    `insert into edition (
       id, year, title, host_country, city, time_zone, registration_opens_at, registration_closes_at, starts_at, ends_at,
       modification_closes_at, nomination_closes_at, confirmation_closes_at, substitution_closes_at, credentials_close_at,
       seat_offer_hours, status, was_announced
     ) values (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
     on conflict (year) do nothing returning id`,
    [
      id,
      year,
      JSON.stringify(textsOf(command.title)),
      hostCountry,
      JSON.stringify(textsOf(command.city)),
      timeZone,
      ...[...DATES, ...DEADLINES].map((date) => calendar[date]),
      seatOfferHours,
      EditionStatus.DRAFT,
    ],
  );
  if (made.length === 0) {
    const [taken] = await tx.execute<{ id: string }[]>('select id from edition where year = ?', [year]);
    if (!taken) throw new Error(`the edition of ${year} is there and is not`);
    return { refusal: 'edition-year-taken', editionId: taken.id };
  }
  await tx.execute('insert into availability (id, capacity, waitlist_limit) values (?, ?, ?)', [
    id,
    capacity,
    waitlistLimit,
  ]);
  const changes = [
    { field: 'status', from: null, to: EditionStatus.DRAFT },
    { field: 'year', from: null, to: year },
    { field: 'hostCountry', from: null, to: hostCountry },
    { field: 'capacity', from: null, to: capacity },
    { field: 'waitlistLimit', from: null, to: waitlistLimit },
    { field: 'seatOfferHours', from: null, to: seatOfferHours },
    ...[...DATES, ...DEADLINES]
      .filter((date) => calendar[date] !== null)
      .map((date) => ({ field: date, from: null, to: calendar[date]?.toISOString() ?? null })),
  ];
  audit(tx, { actorId, command: 'createForumEdition', subjectId: id, changes }, now);
  publish(tx, 'EditionCreated', { editionId: id, year, hostCountry }, now);
  await tellSchedule(tx, id, now);
  return { editionId: id };
}
