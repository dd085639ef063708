/** Days of the week as ISO 8601 numbers them. */
export enum Weekday {
  MONDAY = 1,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY,
}

/** Hours that are the same on some days of the week. */
export interface OpeningPeriod {
  readonly days: readonly Weekday[];
  /** `09:00`; `24:00` is the end of a day. */
  readonly opensAt: string;
  readonly closesAt: string;
}

/** When something is open, week after week, on clocks of an IANA time zone. */
export interface OpeningHours {
  readonly timeZone: string;
  readonly periods: readonly OpeningPeriod[];
}

export type HoursProblem =
  | 'empty'
  | 'not-a-time'
  | 'closes-before-it-opens'
  | 'overlapping'
  | 'unknown-time-zone'
  | 'too-many';

export const PERIODS_LIMIT = 21;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY_MS = 86_400_000;
/** A Monday. */
const FIRST_DAY = Date.UTC(2024, 0, 1);

/** Everything wrong with opening hours; `path` is within them. */
export function checkHours({ timeZone, periods }: OpeningHours): { path: string[]; problem: HoursProblem }[] {
  const zone = isNamedZone(timeZone) ? [] : [{ path: ['timeZone'], problem: 'unknown-time-zone' as const }];
  if (periods.length === 0) return [...zone, { path: ['periods'], problem: 'empty' }];
  if (periods.length > PERIODS_LIMIT) return [...zone, { path: ['periods'], problem: 'too-many' }];
  const within = periods.flatMap((period, index) => {
    const at = ['periods', String(index)];
    const problems = problemsOf(period).map(({ path, problem }) => ({ path: [...at, ...path], problem }));
    if (problems.length > 0 || !overlapsOneOf(period, periods.slice(0, index))) return problems;
    return [{ path: at, problem: 'overlapping' as const }];
  });
  return [...zone, ...within];
}

/** Hours for people: `Mon–Fri 09:00–18:00, Sat 10:00–14:00 (Asia/Almaty)`. */
export function hoursText({ timeZone, periods }: OpeningHours, language: string): string {
  const days = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (day: number) => days.format(FIRST_DAY + (day - 1) * DAY_MS);
  const parts = periods.map(({ days: open, opensAt, closesAt }) => {
    const runs = runsOf(open).map(([first, last]) =>
      first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`,
    );
    return `${runs.join(', ')} ${opensAt}–${closesAt}`;
  });
  return `${parts.join('; ')} (${timeZone})`;
}

function problemsOf({ days, opensAt, closesAt }: OpeningPeriod): { path: string[]; problem: HoursProblem }[] {
  const times = [
    ...(TIME.test(opensAt) ? [] : [{ path: ['opensAt'], problem: 'not-a-time' as const }]),
    ...(TIME.test(closesAt) || closesAt === '24:00' ? [] : [{ path: ['closesAt'], problem: 'not-a-time' as const }]),
  ];
  const order = opensAt < closesAt ? [] : [{ path: ['closesAt'], problem: 'closes-before-it-opens' as const }];
  return [
    ...(days.length === 0 ? [{ path: ['days'], problem: 'empty' as const }] : []),
    ...(times.length > 0 ? times : order),
  ];
}

function overlapsOneOf(period: OpeningPeriod, others: readonly OpeningPeriod[]): boolean {
  return others.some(
    ({ days, opensAt, closesAt }) =>
      days.some((day) => period.days.includes(day)) && opensAt < period.closesAt && period.opensAt < closesAt,
  );
}

/** A zone by its name in the IANA database: an offset from UTC is none, since it knows no summer. */
function isNamedZone(timeZone: string): boolean {
  if (!/^[A-Z]/i.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Days in a row, as pairs of the first and the last: Monday to Friday. */
function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
