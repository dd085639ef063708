const ZONE = 'Asia/Almaty';
const OPENED_DAYS_AGO = 14;
const CLOSES_IN_DAYS = 21;
/** Delegations name people, these confirm or are replaced, and credentials are handed in, so many days from now. */
const NOMINATION_DAYS = 14;
const SUBSTITUTION_DAYS = 24;
const CREDENTIALS_DAYS = 26;
const STARTS_IN_DAYS = 28;
const LAST_DAY = 2;

export interface DemoCalendar {
  readonly registrationOpensAt: Date;
  readonly registrationClosesAt: Date;
  readonly nominationClosesAt: Date;
  /** When registration closes, so that the calendar is moved before anybody finds it run out. */
  readonly confirmationClosesAt: Date;
  readonly substitutionClosesAt: Date;
  readonly credentialsCloseAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The instant of a wall-clock time, `09:30`, on a day of the forum, 1 first, in the edition's zone. */
  at(day: number, time: string): Date;
}

/** A calendar around the present: registration open for two weeks and three more, a forum of two days a week later. */
export function demoCalendar(now: Date): DemoCalendar {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
  const wallClock = (days: number, time: string) =>
    new Date(today.add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
  const at = (day: number, time: string) => wallClock(STARTS_IN_DAYS + day - 1, time);
  return {
    registrationOpensAt: wallClock(-OPENED_DAYS_AGO, '09:00'),
    registrationClosesAt: wallClock(CLOSES_IN_DAYS, '18:00'),
    nominationClosesAt: wallClock(NOMINATION_DAYS, '18:00'),
    confirmationClosesAt: wallClock(CLOSES_IN_DAYS, '18:00'),
    substitutionClosesAt: wallClock(SUBSTITUTION_DAYS, '18:00'),
    credentialsCloseAt: wallClock(CREDENTIALS_DAYS, '18:00'),
    startsAt: at(1, '09:00'),
    endsAt: at(LAST_DAY, '18:00'),
    at,
  };
}
