import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { auditEach, publishEach } from '../../shared/journal/journal-in-bulk.ts';
import type { Registration } from './registration.entity.ts';
import { type ParticipantCategory, RegistrationStatus } from './registration.rules.ts';

/** Who did it, by which use case. */
export interface RegistrationAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  /** True where the actor acts for the registered person, such as whoever registered a group. */
  readonly isForOthers?: boolean;
  readonly command: string;
  readonly reason?: string | null;
}

/** What tells a registration from others. */
interface WhoseRegistration {
  readonly id: string;
  readonly edition: { readonly id: string };
  readonly personId?: string | null | undefined;
  /** Of a delegate, the nomination. */
  readonly nominationId?: string | null | undefined;
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

/** A registration that a statement has just made, beside the unit of work. */
export interface MadeRegistration extends WhoseRegistration {
  readonly category: ParticipantCategory;
  readonly status: RegistrationStatus;
}

/**
 * Notes many new registrations, as `noteRegistration` does: in as many statements, whatever their number. The events say
 * that those they are about are told already, which is the caller's to do.
 */
export async function noteRegistrations(
  tx: EntityManager,
  registrations: readonly MadeRegistration[],
  act: RegistrationAct,
  now: Date,
): Promise<void> {
  const acts = registrations.map((registration) => {
    const { id: subjectId, status } = registration;
    return { ...actorsOf(act, registration), subjectId, changes: [{ field: 'status', from: null, to: status }] };
  });
  const made = registrations.map((registration) => {
    const { category, status } = registration;
    return { ...keysOf(registration), category, status, isTold: true };
  });
  const confirmed = registrations
    .filter(({ status }) => status === RegistrationStatus.CONFIRMED)
    .map((registration) => ({ ...keysOf(registration), isTold: true }));
  await auditEach(tx, acts, now);
  await publishEach(tx, 'RegistrationMade', made, now);
  await publishEach(tx, 'RegistrationConfirmed', confirmed, now);
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
export function actorsOf({ isForOthers = false, ...act }: RegistrationAct, { personId }: WhoseRegistration) {
  return { ...act, onBehalfOfId: isForOthers && personId !== act.actorId ? (personId ?? null) : null };
}

/** What an event about a registration says whom it concerns by. */
export function keysOf({ id, edition, personId, nominationId }: WhoseRegistration) {
  const keys = { registrationId: id, editionId: edition.id, personId: personId ?? null };
  return nominationId ? { ...keys, nominationId } : keys;
}
