/** The day so many days after another one. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from the first to the last, both counted; 0 where the last comes first. */
export function daysFrom(first: string, last: string): number {
  return Math.max(0, Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days + 1);
}

/** Months of a service that have begun by its last day. The second begins on the day of the month on which the first began. */
export function monthsBegun(first: string, last: string): number {
  if (last < first) return 0;
  return Temporal.PlainDate.from(first).until(last, { largestUnit: 'months' }).months + 1;
}
