/** When an opening of the demonstration takes applications and lasts, told from the present. */
export interface DemoTerm {
  /** IANA zone of the host; the deadline is a day's end there. */
  readonly timeZone: string;
  readonly deadlineInDays: number;
  /** Length of service, in whole months. */
  readonly months: number;
}

export interface DemoDates {
  readonly applicationDeadline: Date;
  /** First and last day of service: `2026-10-01`. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Days between deadline and service at least, for selection, clearances and travel. */
const PREPARATION_DAYS = 60;
const LAST_MINUTE = '23:59';

/** Dates that lie ahead: a deadline at 23:59 where the host is, service in whole months two months or more later. */
export function demoDates({ timeZone, deadlineInDays, months }: DemoTerm, now: Date): DemoDates {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const lastDay = today.add({ days: deadlineInDays });
  const startsOn = lastDay.add({ days: PREPARATION_DAYS }).with({ day: 1 }).add({ months: 1 });
  return {
    applicationDeadline: new Date(lastDay.toZonedDateTime({ timeZone, plainTime: LAST_MINUTE }).epochMilliseconds),
    startsOn: startsOn.toString(),
    endsOn: startsOn.add({ months }).subtract({ days: 1 }).toString(),
  };
}

/** Last day of a demonstration host's accreditation: the end of the year after next, past every opening's last day. */
export function demoAccreditedUntil(now: Date): string {
  return `${now.getUTCFullYear() + 2}-12-31`;
}

/** First day of a demonstration host's accreditation: the beginning of last year. */
export function demoAccreditedFrom(now: Date): string {
  return `${now.getUTCFullYear() - 1}-01-01`;
}
