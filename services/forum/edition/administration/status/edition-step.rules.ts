import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { type Calendar, DATES, localDay } from '../details/calendar.rules.ts';

/** What decides where an edition may go, beside the state it is in. */
export interface EditionState {
  readonly status: EditionStatus;
  readonly title: Texts;
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Null while none is set. */
  readonly capacity: number | null;
}

export type StepProblem =
  | { readonly refusal: 'edition-incomplete'; readonly missing: readonly string[] }
  | { readonly refusal: 'edition-not-begun'; readonly beginsAt: Date }
  | { readonly refusal: 'edition-not-over'; readonly endsAt: Date };

/**
 * What stands in the way of a step that the table of transitions allows; null for nothing.
 *
 * An edition is announced with a title, and with dates when it was put off; its registration opens with dates and a
 * capacity. It is in progress from the local day on which it starts, and finished once it has ended.
 */
export function stepProblem(edition: EditionState, to: EditionStatus, now: Date): StepProblem | null {
  const missing = missingFor(edition, to);
  if (missing.length > 0) return { refusal: 'edition-incomplete', missing };
  const { startsAt, endsAt } = edition.calendar;
  if (to === EditionStatus.IN_PROGRESS && startsAt) {
    const { beginsAt } = localDay(startsAt, edition.timeZone);
    return now < beginsAt ? { refusal: 'edition-not-begun', beginsAt } : null;
  }
  if (to === EditionStatus.FINISHED && endsAt && now < endsAt) return { refusal: 'edition-not-over', endsAt };
  return null;
}

/** The step that the calendar asks for at present, or null. Registration is opened and closed by its dates. */
export function dueStep({ status, calendar }: EditionState, now: Date): EditionStatus | null {
  const isPast = (date: Date | null) => date !== null && date <= now;
  switch (status) {
    case EditionStatus.ANNOUNCED:
      return isPast(calendar.registrationOpensAt) ? EditionStatus.REGISTRATION_OPEN : null;
    case EditionStatus.REGISTRATION_OPEN:
    case EditionStatus.REGISTRATION_PAUSED:
      return isPast(calendar.registrationClosesAt) ? EditionStatus.REGISTRATION_CLOSED : null;
    case EditionStatus.REGISTRATION_CLOSED:
      return isPast(calendar.startsAt) ? EditionStatus.IN_PROGRESS : null;
    case EditionStatus.IN_PROGRESS:
      return isPast(calendar.endsAt) ? EditionStatus.FINISHED : null;
    default:
      return null;
  }
}

/** Fields that are not filled in and are needed, as forms name them. */
function missingFor({ status, title, calendar, capacity }: EditionState, to: EditionStatus): readonly string[] {
  const dates = DATES.filter((date) => calendar[date] === null);
  switch (to) {
    case EditionStatus.ANNOUNCED: {
      const untitled = Object.keys(title).length === 0 ? ['title'] : [];
      return [...untitled, ...(status === EditionStatus.POSTPONED ? dates : [])];
    }
    case EditionStatus.REGISTRATION_OPEN:
      return [...dates, ...(capacity === null ? ['capacity'] : [])];
    case EditionStatus.IN_PROGRESS:
      return dates.filter((date) => date === 'startsAt');
    case EditionStatus.FINISHED:
      return dates.filter((date) => date === 'endsAt');
    default:
      return [];
  }
}
