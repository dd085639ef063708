import { checkTexts, type GivenText, type TextViolation } from '../../../../shared/text/given-texts.rules.ts';
import { isMember } from '../host/next-host.rules.ts';
import { type Calendar, contradictions, DATES, type DateName, DEADLINES, isZone, localDay } from './calendar.rules.ts';

export const TITLE_LENGTH = 200;
export const CITY_LENGTH = 100;
export const IDEMPOTENCY_KEY_LENGTH = 200;
export const SEAT_OFFER_HOURS = { minimum: 1, maximum: 720 };

/** An edition as it would be, as a whole. Seats are counted in people. */
export interface EditionDetails {
  readonly year: number;
  /** ISO 3166-1 alpha-2. */
  readonly hostCountry: string;
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Null where no capacity is set, or where it does not change here. */
  readonly capacity: number | null;
  readonly waitlistLimit: number | null;
  readonly seatOfferHours: number;
  /** A demonstration lies around the present, whatever the year it is for. */
  readonly isDemo: boolean;
}

export interface DetailViolation {
  readonly path: readonly string[];
  readonly problem:
    | TextViolation['problem']
    | 'required'
    | 'too-early'
    | 'too-late'
    | 'wrong-year'
    | 'unknown-zone'
    | 'not-a-member'
    | 'negative'
    | 'out-of-range'
    | 'no-capacity';
  readonly maximum?: number;
  /** The date that contradicts. */
  readonly other?: DateName;
}

/** Everything that contradicts in an edition as a whole; paths are those of the forms that make and change one. */
export function checkEdition(details: EditionDetails): readonly DetailViolation[] {
  const { hostCountry, timeZone, calendar, capacity, waitlistLimit, seatOfferHours } = details;
  return [
    ...(isMember(hostCountry) ? [] : [{ path: ['hostCountry'], problem: 'not-a-member' as const }]),
    ...(isZone(timeZone) ? checkYear(details) : [{ path: ['timeZone'], problem: 'unknown-zone' as const }]),
    ...contradictions(calendar).map(({ date, ...rest }) => ({ path: pathOf(date), ...rest })),
    ...checkCount('capacity', capacity),
    ...checkCount('waitlistLimit', waitlistLimit),
    ...(seatOfferHours >= SEAT_OFFER_HOURS.minimum && seatOfferHours <= SEAT_OFFER_HOURS.maximum
      ? []
      : [{ path: ['seatOfferHours'], problem: 'out-of-range' as const }]),
  ];
}

/** Everything wrong with the texts of an edition; those left out are not looked at. */
export function checkEditionTexts(texts: {
  readonly title?: readonly GivenText[] | null;
  readonly city?: readonly GivenText[] | null;
}): readonly DetailViolation[] {
  return [
    ...checkTexts(['title'], texts.title ?? [], { maximum: TITLE_LENGTH, required: false }),
    ...checkTexts(['city'], texts.city ?? [], { maximum: CITY_LENGTH, required: false }),
  ];
}

/** What is wrong with the key of a form, if it has one. */
export function checkKey(key: string | null): readonly DetailViolation[] {
  if (key === null) return [];
  const path = ['idempotencyKey'];
  if (key.trim() === '') return [{ path, problem: 'blank' }];
  return key.length > IDEMPOTENCY_KEY_LENGTH ? [{ path, problem: 'too-long', maximum: IDEMPOTENCY_KEY_LENGTH }] : [];
}

/** Where a date stands in a form. */
export function pathOf(date: DateName): readonly string[] {
  return DATES.some((one) => one === date) ? [date] : ['deadlines', date];
}

/** All dates of a form, none of which is set. */
export const NO_DATES: Calendar = {
  registrationOpensAt: null,
  registrationClosesAt: null,
  startsAt: null,
  endsAt: null,
  modification: null,
  nomination: null,
  confirmation: null,
  substitution: null,
  credentials: null,
};

/** A calendar in which the given dates take the place of the present ones: null clears, absent ones stay. */
export function withDates(present: Calendar, given: Partial<Calendar>): Calendar {
  const changed = [...DATES, ...DEADLINES].filter((date) => given[date] !== undefined);
  return { ...present, ...Object.fromEntries(changed.map((date) => [date, given[date] ?? null])) };
}

function checkYear({ year, timeZone, calendar: { startsAt }, isDemo }: EditionDetails): DetailViolation[] {
  if (startsAt === null || isDemo || localDay(startsAt, timeZone).year === year) return [];
  return [{ path: ['year'], problem: 'wrong-year' }];
}

function checkCount(field: string, count: number | null): DetailViolation[] {
  return count !== null && count < 0 ? [{ path: [field], problem: 'negative' }] : [];
}
