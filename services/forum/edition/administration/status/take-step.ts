import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { DATES, DEADLINES } from '../details/calendar.rules.ts';
import { calendarOf, setCalendar } from '../details/edition-calendar.ts';
import { NO_DATES } from '../details/edition-details.rules.ts';
import type { LockedEdition } from '../lock-edition.ts';
import { tellSchedule } from '../tell-schedule.ts';
import type { EditionState } from './edition-step.rules.ts';
import { followStep } from './step-effects.ts';

/** A locked edition as the rules of its steps see it. */
export function stateOf({ edition, seats }: LockedEdition): EditionState {
  const { status, title, timeZone } = edition;
  return { status, title, timeZone, calendar: calendarOf(edition), capacity: seats?.capacity ?? null };
}

/**
 * Takes an edition to another state, with all that follows from it, in the caller's transaction, which has locked it and
 * knows that the step is allowed. Actor is null for the portal, by the calendar.
 */
export async function takeStep(
  tx: EntityManager,
  { edition }: LockedEdition,
  to: EditionStatus,
  actorId: string | null,
  now: Date,
): Promise<void> {
  const { id: editionId, status: from } = edition;
  const command = 'changeEditionStatus';
  const cleared = to === EditionStatus.POSTPONED ? clearDates(edition) : [];
  edition.status = to;
  if (to === EditionStatus.ANNOUNCED) edition.wasAnnounced = true;
  if (to === EditionStatus.FINISHED || to === EditionStatus.CANCELLED) edition.endedAt = now;
  if (to === EditionStatus.ARCHIVED) edition.archivedAt = now;
  const changes = [{ field: 'status', from, to }, ...cleared];
  audit(tx, { actorId, command, subjectId: editionId, changes }, now);
  publish(tx, 'EditionStatusChanged', { editionId, from, to }, now);
  await followStep(tx, to, { editionId, actorId, command }, now);
  await tellSchedule(tx, editionId, now);
}

/** Dates that do not hold any more are not shown to anybody; new ones are needed to announce the edition anew. */
function clearDates(edition: LockedEdition['edition']) {
  const before = calendarOf(edition);
  setCalendar(edition, NO_DATES);
  return [...DATES, ...DEADLINES].flatMap((date) => {
    const at = before[date];
    return at ? [{ field: date, from: at.toISOString(), to: null }] : [];
  });
}
