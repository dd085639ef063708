/** Deadlines beside those of registration, as the graph names them. */
export const DEADLINES = ['modification', 'nomination', 'confirmation', 'substitution', 'credentials'] as const;
export type Deadline = (typeof DEADLINES)[number];

export const DATES = ['registrationOpensAt', 'registrationClosesAt', 'startsAt', 'endsAt'] as const;
export type DateName = (typeof DATES)[number] | Deadline;

/** All dates of an edition; null for one that is not set. */
export type Calendar = Readonly<Record<DateName, Date | null>>;

/** What may not come before what precedes it in the same line. */
const ORDERS: readonly (readonly DateName[])[] = [
  ['registrationOpensAt', 'registrationClosesAt', 'startsAt', 'endsAt'],
  ['registrationOpensAt', 'modification', 'startsAt', 'endsAt'],
  ['nomination', 'confirmation', 'credentials', 'startsAt', 'endsAt'],
  ['nomination', 'substitution', 'startsAt', 'endsAt'],
];

/** A date that stands on the wrong side of another one. */
export interface Contradiction {
  readonly date: DateName;
  readonly problem: 'too-early' | 'too-late';
  readonly other: DateName;
}

/** Every date that contradicts another one, each once, with the first one it contradicts; in the order of the form. */
export function contradictions(calendar: Calendar): readonly Contradiction[] {
  return [...DATES, ...DEADLINES].flatMap((date) => contradiction(calendar, date) ?? []);
}

function contradiction(calendar: Calendar, date: DateName): Contradiction | null {
  const at = calendar[date];
  if (at === null) return null;
  for (const order of ORDERS) {
    const place = order.indexOf(date);
    for (const [index, other] of order.entries()) {
      const otherAt = calendar[other];
      if (place < 0 || otherAt === null) continue;
      if (index < place && otherAt > at) return { date, problem: 'too-early', other };
      if (index > place && otherAt < at) return { date, problem: 'too-late', other };
    }
  }
  return null;
}

/** Whether a name is one of a zone in the IANA database: an offset is none. */
export function isZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The local day of an instant in a zone, and when that day begins there. */
export function localDay(at: Date, timeZone: string): { readonly year: number; readonly beginsAt: Date } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { year: local.year, beginsAt: new Date(local.startOfDay().epochMilliseconds) };
}
