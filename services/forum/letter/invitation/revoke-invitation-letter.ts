import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Registration } from '../../registration/registration.entity.ts';
import { InvitationLetter } from './invitation-letter.entity.ts';
import { InvitationLetterStatus, LIVE } from './invitation-letter.rules.ts';
import { type LetterStepRefusal, lockLetter } from './lock-letter.ts';

export interface RevokeInvitationLetter {
  readonly viewer: Viewer;
  readonly letterId: string;
  /** Checked already. */
  readonly reason: string;
  readonly expectedVersion: number | null;
}

export type RevokeInvitationLetterOutcome = { readonly letterId: string } | LetterStepRefusal;

/** Revokes a letter, issued or only requested. Whoever verifies it learns so at once; its number stays taken. */
export function revokeInvitationLetter(
  em: EntityManager,
  { viewer, letterId, reason, expectedVersion }: RevokeInvitationLetter,
  now: Date,
): Promise<RevokeInvitationLetterOutcome> {
  return em.transactional(async (tx) => {
    const to = InvitationLetterStatus.REVOKED;
    const locked = await lockLetter(tx, { viewer, letterId, to, expectedVersion });
    if ('refusal' in locked) return locked;
    revoke(tx, locked.letter, { actorId: personOf(viewer), command: 'revokeInvitationLetter', reason }, now);
    return { letterId };
  });
}

/** Who revokes letters, and by which act. */
export interface Revocation {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/** Revokes the letters of registrations that end. In the caller's transaction, which has locked these. */
export async function revokeLetters(
  tx: EntityManager,
  registrations: readonly Registration[],
  { actorId, command }: Revocation,
  now: Date,
): Promise<void> {
  const letters = await tx.find(
    InvitationLetter,
    { registration: { $in: registrations.map(({ id }) => id) }, status: { $in: [...LIVE] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const letter of letters) revoke(tx, letter, { actorId, command }, now);
}

function revoke(tx: EntityManager, letter: InvitationLetter, { reason = null, ...by }: Revocation, now: Date): void {
  const { id, status: from, personId } = letter;
  letter.status = InvitationLetterStatus.REVOKED;
  letter.revokedAt = now;
  const changes = [{ field: 'status', from, to: InvitationLetterStatus.REVOKED }];
  audit(tx, { ...by, subjectId: id, changes, reason }, now);
  const ids = { letterId: id, registrationId: letter.registration.id, editionId: letter.edition.id, personId };
  publish(tx, 'InvitationLetterRevoked', ids, now);
}
