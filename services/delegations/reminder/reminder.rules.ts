/** The deadlines of delegations, in the order in which they usually come. */
export enum ReminderDeadline {
  NOMINATION = 'NOMINATION',
  CONFIRMATION = 'CONFIRMATION',
  SUBSTITUTION = 'SUBSTITUTION',
  CREDENTIALS = 'CREDENTIALS',
}

export const REMINDER_DEADLINES = Object.values(ReminderDeadline);

/** On which days before a deadline people are reminded, where nobody has set others. */
export const DEFAULT_DAYS: readonly number[] = [14, 7, 1];
export const DAYS_AT_MOST = 365;
export const REMINDERS_AT_MOST = 10;

export interface DaysViolation {
  /** Where in the list; null where it is about the list as such. */
  readonly index: number | null;
  readonly problem: 'out-of-range' | 'repeated' | 'too-many';
}

/** Everything wrong with a list of days before a deadline. An empty one reminds nobody. */
export function checkDays(days: readonly number[]): readonly DaysViolation[] {
  const violations: DaysViolation[] = days.length > REMINDERS_AT_MOST ? [{ index: null, problem: 'too-many' }] : [];
  for (const [index, day] of days.entries()) {
    if (!Number.isInteger(day) || day < 1 || day > DAYS_AT_MOST) violations.push({ index, problem: 'out-of-range' });
    else if (days.indexOf(day) < index) violations.push({ index, problem: 'repeated' });
  }
  return violations;
}

/** A reminder whose moment has come. */
export interface DueReminder {
  readonly daysBefore: number;
  /** When its moment was. Whoever was named later knows the deadline from then. */
  readonly at: Date;
}

/**
 * The reminder of a deadline that is due: of those whose moment has come, the last one. Null before the first, and from the
 * deadline on.
 *
 * So one that nobody could send in its time goes late, and not together with those before it. Days are those of the zone:
 * the same hour of an earlier day, also across a change of the clocks.
 */
export function dueReminder(
  closesAt: Date,
  days: readonly number[],
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): DueReminder | null {
  if (now >= closesAt) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(closesAt.getTime()).toZonedDateTimeISO(timeZone);
  for (const daysBefore of days.toSorted((a, b) => a - b)) {
    const at = new Date(local.subtract({ days: daysBefore }).epochMilliseconds);
    if (at <= now) return { daysBefore, at };
  }
  return null;
}
