import { ParticipantCategory, RegistrationStatus } from '../registration.rules.ts';
import type { Identity, PersonName } from './identity.rules.ts';

/** Categories in which people are reviewed before they are confirmed; delegates are by their state. */
const REVIEWED: readonly ParticipantCategory[] = [
  ParticipantCategory.SPEAKER,
  ParticipantCategory.PRESS,
  ParticipantCategory.GUEST,
  ParticipantCategory.STAFF,
];

/**
 * Whether a registration must be approved anew: who was approved is somebody else by name, birth or citizenship now.
 *
 * What was not known at approval may be filled in. What was known may neither change nor be taken out.
 */
export function needsNewApproval(
  { status, category }: { readonly status: RegistrationStatus; readonly category: ParticipantCategory },
  before: Identity,
  after: Identity,
): boolean {
  if (status !== RegistrationStatus.CONFIRMED || !REVIEWED.includes(category)) return false;
  return changedIdentity(before, after).some((field) => before[field] !== null);
}

/** Which fields of an identity are other than before. */
export function changedIdentity(before: Identity, after: Identity): (keyof Identity)[] {
  const changed: (keyof Identity)[] = [];
  if (!isSameName(before.nativeName, after.nativeName)) changed.push('nativeName');
  if (!isSameName(before.latinName, after.latinName)) changed.push('latinName');
  if (before.birthDate !== after.birthDate) changed.push('birthDate');
  if (before.citizenship !== after.citizenship) changed.push('citizenship');
  return changed;
}

function isSameName(one: PersonName | null, other: PersonName | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.family === other.family && one.given === other.given && (one.patronymic ?? null) === (other.patronymic ?? null)
  );
}
