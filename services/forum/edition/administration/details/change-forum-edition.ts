import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldChange } from '../../../../shared/journal/journal.entities.ts';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { textsOf } from '../../../../shared/text/given-texts.rules.ts';
import { offerFreeSeats } from '../../../waiting-list/offer-free-seats.ts';
import type { Edition } from '../../edition.entity.ts';
import { type Closed, closedRefusal, type EditionChange, editionToChange, type NoChange } from '../edition-change.ts';
import type { LockedEdition } from '../lock-edition.ts';
import { tellSchedule } from '../tell-schedule.ts';
import { DATES, DEADLINES } from './calendar.rules.ts';
import { calendarOf, setCalendar } from './edition-calendar.ts';
import { checkChange, type GivenDetails } from './edition-change.rules.ts';
import { type DetailViolation, type EditionDetails, withDates } from './edition-details.rules.ts';

export interface ChangeForumEdition extends EditionChange {
  readonly given: GivenDetails;
}

export type ChangeForumEditionOutcome =
  | { readonly editionId: string }
  | NoChange
  | Closed
  | { readonly refusal: 'invalid'; readonly violations: readonly DetailViolation[] }
  | { readonly refusal: 'waitlist-limit-below-waiting'; readonly waiting: number };

/**
 * Changes what an edition is, when and where. It is checked as the whole it would be afterwards.
 *
 * An offer of a seat ends no later than the edition starts: an earlier start makes open offers shorter. A later one may
 * let seats be offered again.
 */
export function changeForumEdition(
  em: EntityManager,
  command: ChangeForumEdition,
  now: Date,
): Promise<ChangeForumEditionOutcome> {
  const { actorId, editionId, given } = command;
  return em.transactional(async (tx) => {
    const locked = await editionToChange(tx, command);
    if ('refusal' in locked) return locked;
    const closed = closedRefusal(locked);
    if (closed) return closed;
    const { edition, seats } = locked;
    const after = detailsAfter(locked, given);
    const violations = checkChange(given, after, { status: edition.status, hasSeats: seats !== null });
    if (violations.length > 0) return { refusal: 'invalid', violations };
    const { waitlistLimit } = given;
    if (waitlistLimit != null && seats && waitlistLimit < seats.waiting) {
      return { refusal: 'waitlist-limit-below-waiting', waiting: seats.waiting };
    }

    const changes = [...apply(edition, given, after), ...(await limitQueue(tx, locked, waitlistLimit ?? null))];
    if (changes.length === 0) return { editionId };
    audit(tx, { actorId, command: 'changeForumEdition', subjectId: editionId, changes }, now);
    publish(tx, 'EditionChanged', { editionId, fields: changes.map(({ field }) => field).join(' ') }, now);
    await tx.flush();
    await shortenOffers(tx, editionId, after.calendar.startsAt);
    await offerFreeSeats(tx, editionId, now);
    await tellSchedule(tx, editionId, now);
    return { editionId };
  });
}

function detailsAfter({ edition, seats }: LockedEdition, given: GivenDetails): EditionDetails {
  return {
    year: edition.year,
    hostCountry: given.hostCountry ?? edition.hostCountry,
    timeZone: given.timeZone ?? edition.timeZone,
    calendar: withDates(calendarOf(edition), given.dates),
    capacity: null,
    waitlistLimit: given.waitlistLimit ?? seats?.waitlistLimit ?? null,
    seatOfferHours: given.seatOfferHours ?? edition.seatOfferHours,
    isDemo: edition.isDemo,
  };
}

/** Writes the change into the edition, and tells what is other than before. What people wrote is not told. */
function apply(edition: Edition, given: GivenDetails, after: EditionDetails): FieldChange[] {
  const changes: FieldChange[] = [];
  const before = calendarOf(edition);
  for (const date of [...DATES, ...DEADLINES]) {
    const [from, to] = [before[date]?.toISOString() ?? null, after.calendar[date]?.toISOString() ?? null];
    if (from !== to) changes.push({ field: date, from, to });
  }
  if (changes.length > 0) setCalendar(edition, after.calendar);
  if (edition.hostCountry !== after.hostCountry) {
    changes.push({ field: 'hostCountry', from: edition.hostCountry, to: after.hostCountry });
    edition.hostCountry = after.hostCountry;
  }
  if (edition.seatOfferHours !== after.seatOfferHours) {
    changes.push({ field: 'seatOfferHours', from: edition.seatOfferHours, to: after.seatOfferHours });
    edition.seatOfferHours = after.seatOfferHours;
  }
  if (edition.timeZone !== after.timeZone) {
    changes.push({ field: 'timeZone', from: null, to: null });
    edition.timeZone = after.timeZone;
  }
  for (const field of ['title', 'city'] as const) {
    const texts = textsOf(given[field] ?? []);
    if (given[field] == null || isDeepStrictEqual(edition[field], texts)) continue;
    changes.push({ field, from: null, to: null });
    edition[field] = texts;
  }
  return changes;
}

/** Says how many may wait. The seats are not part of the edition's row, so its version is raised by hand. */
async function limitQueue(
  tx: EntityManager,
  { edition, seats }: LockedEdition,
  limit: number | null,
): Promise<FieldChange[]> {
  if (limit === null || !seats || limit === seats.waitlistLimit) return [];
  await tx.flush();
  await tx.execute('update availability set waitlist_limit = ? where id = ?', [limit, edition.id]);
  await tx.execute('update edition set version = version + 1 where id = ?', [edition.id]);
  return [{ field: 'waitlistLimit', from: seats.waitlistLimit, to: limit }];
}

/** An offer that was made a moment before the new start still ends after it was made. */
async function shortenOffers(tx: EntityManager, editionId: string, startsAt: Date | null): Promise<void> {
  if (startsAt === null) return;
  await tx.execute(
    `update seat_offer set expires_at = greatest(?, made_at + interval '1 millisecond'), version = version + 1
     where edition_id = ? and status = 'OPEN' and expires_at > ?
       and expires_at > greatest(?, made_at + interval '1 millisecond')`,
    [startsAt, editionId, startsAt, startsAt],
  );
}
