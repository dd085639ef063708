import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { Registration } from './registration.entity.ts';
import { RegistrationStatus } from './registration.rules.ts';

/** Who did it, by which use case. */
export interface RegistrationAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  /** True where the actor acts for the registered person, such as whoever registered a group. */
  readonly isForOthers?: boolean;
  readonly command: string;
  readonly reason?: string | null;
}

/** Notes a new registration in the journal, and tells those who act on it. */
export function noteRegistration(tx: EntityManager, registration: Registration, act: RegistrationAct, now: Date): void {
  const { id, status, category } = registration;
  audit(
    tx,
    { ...actorsOf(act, registration), subjectId: id, changes: [{ field: 'status', from: null, to: status }] },
    now,
  );
  publish(tx, 'RegistrationMade', { ...keysOf(registration), category, status }, now);
  if (status === RegistrationStatus.CONFIRMED) publish(tx, 'RegistrationConfirmed', keysOf(registration), now);
}

/** Confirms a registration on a seat, in the caller's transaction, which knows that the step is allowed. */
export function confirmRegistration(
  tx: EntityManager,
  registration: Registration,
  act: RegistrationAct,
  now: Date,
): void {
  const { id, status: from } = registration;
  registration.status = RegistrationStatus.CONFIRMED;
  registration.holdsSeat = false;
  const changes = [{ field: 'status', from, to: RegistrationStatus.CONFIRMED }];
  audit(tx, { ...actorsOf(act, registration), subjectId: id, changes }, now);
  publish(tx, 'RegistrationConfirmed', keysOf(registration), now);
}

/** An act as the journal takes it. */
export function actorsOf({ isForOthers = false, ...act }: RegistrationAct, { personId }: Registration) {
  return { ...act, onBehalfOfId: isForOthers && personId !== act.actorId ? (personId ?? null) : null };
}

/** What an event about a registration says whom it concerns by. */
export function keysOf({ id, edition, personId }: Registration) {
  return { registrationId: id, editionId: edition.id, personId: personId ?? null };
}
