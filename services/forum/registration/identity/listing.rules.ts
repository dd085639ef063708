import { RegistrationStatus } from '../registration.rules.ts';

const TAKES_PART: readonly RegistrationStatus[] = [RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED];

/** Whether somebody is named on the public list of participants: on a seat, and by their own consent. */
export function isListed(status: RegistrationStatus, hasConsented: boolean): boolean {
  return hasConsented && TAKES_PART.includes(status);
}
