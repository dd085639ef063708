import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { endFocalPoint, tellConfirmed } from './end-focal-point.ts';
import { FocalPoint } from './focal-point.entity.ts';
import { FocalPointStatus, isFurther } from './focal-point.rules.ts';

const ACT = { actorId: null, command: 'linkFocalPoint' };

/**
 * Gives what somebody was named for by their address to the person whose it is.
 *
 * Whose note verbale was accepted by the very person it turns out to name waits for somebody else to accept it. Where a
 * delegation has named the same person by ID, too, the one that has come further counts and the other ends.
 */
export async function linkFocalPoints(
  tx: EntityManager,
  { addressKey, personId }: { readonly addressKey: string; readonly personId: string },
  now: Date,
): Promise<void> {
  // Delegations before their focal points, as everybody who changes either.
  const named = await tx.execute<{ id: string }[]>(
    `select id from delegation
     where id in (select delegation_id from focal_point where address_key = ? and person_id is null and until is null)
     order by id for no key update`,
    [addressKey],
  );
  for (const { id: delegationId } of named) {
    const found = await tx.findOne(FocalPoint, { delegationId, addressKey, personId: null, until: null });
    if (!found) continue;
    if (found.confirmedById === personId) takeBackConfirmation(tx, found, now);
    const own = await tx.findOne(FocalPoint, { delegationId, personId, until: null });
    if (own && !isFurther(found.status, own.status)) {
      await endFocalPoint(tx, found, ACT, now);
      continue;
    }
    if (own) await endFocalPoint(tx, own, ACT, now);
    found.personId = personId;
    await tx.flush();
    audit(tx, { ...ACT, subjectId: found.id, changes: [{ field: 'person', from: null, to: personId }] }, now);
    if (found.status === FocalPointStatus.CONFIRMED) tellConfirmed(tx, found, now);
    await tx.execute('update delegation set version = version + 1 where id = ?', [delegationId]);
  }
}

/** Nobody confirms themself, not even by an address that nobody knew to be theirs. */
function takeBackConfirmation(tx: EntityManager, focalPoint: FocalPoint, now: Date): void {
  const { id: subjectId, status: from } = focalPoint;
  const to = FocalPointStatus.DESIGNATED;
  tx.assign(focalPoint, { status: to, confirmedAt: null, confirmedById: null });
  audit(tx, { ...ACT, subjectId, changes: [{ field: 'status', from, to }] }, now);
}
