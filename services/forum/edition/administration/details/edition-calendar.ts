import type { Edition } from '../../edition.entity.ts';
import type { Calendar } from './calendar.rules.ts';

/** The dates of an edition as rules read them. */
export function calendarOf(edition: Edition): Calendar {
  return {
    registrationOpensAt: edition.registrationOpensAt ?? null,
    registrationClosesAt: edition.registrationClosesAt ?? null,
    startsAt: edition.startsAt ?? null,
    endsAt: edition.endsAt ?? null,
    modification: edition.modificationClosesAt ?? null,
    nomination: edition.nominationClosesAt ?? null,
    confirmation: edition.confirmationClosesAt ?? null,
    substitution: edition.substitutionClosesAt ?? null,
    credentials: edition.credentialsCloseAt ?? null,
  };
}

/** Gives an edition all its dates anew. */
export function setCalendar(edition: Edition, calendar: Calendar): void {
  const { registrationOpensAt, registrationClosesAt, startsAt, endsAt } = calendar;
  Object.assign(edition, {
    registrationOpensAt,
    registrationClosesAt,
    startsAt,
    endsAt,
    modificationClosesAt: calendar.modification,
    nominationClosesAt: calendar.nomination,
    confirmationClosesAt: calendar.confirmation,
    substitutionClosesAt: calendar.substitution,
    credentialsCloseAt: calendar.credentials,
  });
}
