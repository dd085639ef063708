import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../shared/journal/journal.ts';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import type { Kept } from '../../shared/privacy/kept.rules.ts';
import { Nomination } from '../nomination/nomination.entity.ts';
import { NominationStatus } from '../nomination/nomination.rules.ts';
import { keptUntil, nominationAtErasure } from './erasure.rules.ts';

/** Withdraws an erased person's drafts, and says whether a state's list still holds them. */
export async function settleNominations(
  tx: EntityManager,
  { personId, askedAt }: ErasureRequest,
  now: Date,
): Promise<Kept | null> {
  const nominations = await tx.find(
    Nomination,
    { personId },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  let isKept = false;
  for (const nomination of nominations) {
    const { id, status } = nomination;
    const delegation = await nomination.delegation.loadOrFail();
    const fate = nominationAtErasure(status, delegation.status);
    if (fate === 'kept') isKept = true;
    if (fate !== 'withdrawn') continue;

    nomination.status = NominationStatus.WITHDRAWN;
    const changes = [{ field: 'status', from: status, to: NominationStatus.WITHDRAWN }];
    audit(tx, { actorId: null, command: 'withdrawNomination', subjectId: id, changes }, now);
  }
  return isKept ? { reason: 'OFFICIAL_LIST', until: keptUntil(askedAt) } : null;
}
