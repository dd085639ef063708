import type { GivenText } from '../../../../shared/text/given-texts.rules.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { type Calendar, DATES } from './calendar.rules.ts';
import { checkEdition, checkEditionTexts, type DetailViolation, type EditionDetails } from './edition-details.rules.ts';

/** What changes of an edition; null clears dates, and nothing else can be cleared. What is absent stays as it is. */
export interface GivenDetails {
  readonly title?: readonly GivenText[] | null;
  readonly city?: readonly GivenText[] | null;
  readonly hostCountry?: string | null;
  readonly timeZone?: string | null;
  readonly waitlistLimit?: number | null;
  readonly seatOfferHours?: number | null;
  readonly dates: Partial<Calendar>;
}

const FIRM = ['title', 'city', 'hostCountry', 'timeZone', 'waitlistLimit', 'seatOfferHours'] as const;

/** States that an edition cannot be in without its dates. */
const DATED: readonly EditionStatus[] = [
  EditionStatus.REGISTRATION_OPEN,
  EditionStatus.REGISTRATION_PAUSED,
  EditionStatus.REGISTRATION_CLOSED,
  EditionStatus.IN_PROGRESS,
];

/** Everything wrong with a change: in itself, and in the edition as it would be `after` it. */
export function checkChange(
  given: GivenDetails,
  after: EditionDetails,
  { status, hasSeats }: { readonly status: EditionStatus; readonly hasSeats: boolean },
): readonly DetailViolation[] {
  const isUntitled = given.title?.length === 0 && status !== EditionStatus.DRAFT;
  const required = [
    ...FIRM.filter((field) => given[field] === null || (field === 'title' && isUntitled)),
    ...(DATED.includes(status) ? DATES.filter((date) => after.calendar[date] === null) : []),
  ];
  return [
    ...required.map((field) => ({ path: [field], problem: 'required' as const })),
    ...checkEditionTexts(given),
    // The year is that of the edition and stays; it is the start that would leave it.
    ...checkEdition(after).map((one) => (one.problem === 'wrong-year' ? { ...one, path: ['startsAt'] } : one)),
    ...(given.waitlistLimit != null && !hasSeats ? [{ path: ['waitlistLimit'], problem: 'no-capacity' as const }] : []),
  ];
}
