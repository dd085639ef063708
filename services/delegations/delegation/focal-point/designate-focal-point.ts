import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { addressKey as keyOf } from '../../../shared/events/sealed-payload.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import { personByAddressKey } from '../known-address/known-address.ts';
import {
  type DelegationAct,
  type DelegationOver,
  type LockedDelegation,
  lockDelegation,
  type NoDelegation,
  overRefusal,
  raiseVersion,
  takeStep,
} from '../lock-delegation.ts';
import { FocalPoint } from './focal-point.entity.ts';
import { FocalPointStatus, freeSlot } from './focal-point.rules.ts';

/** Who is named: by ID, or by the address they sign in with. */
export type Designee = { readonly personId: string } | { readonly email: string };

export interface DesignateFocalPoint extends DelegationAct {
  readonly idempotencyKey: string | null;
  readonly designee: Designee;
  readonly noteVerbaleId: string;
}

export type DesignateFocalPointOutcome =
  | { readonly delegationId: string; readonly focalPointId: string }
  | NoDelegation
  | DelegationOver
  | { readonly refusal: 'note-verbale-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'focal-points-complete'; readonly delegationId: string }
  | { readonly refusal: 'already-focal-point'; readonly delegationId: string; readonly focalPointId: string };

/**
 * Names a focal point by a note verbale of the delegation. Whoever was invited becomes one by the same act.
 *
 * Two at most are named at a time: of three who are named at once, the third is refused.
 */
export function designateFocalPoint(
  em: EntityManager,
  keys: KeyRing,
  command: DesignateFocalPoint,
  now: Date,
): Promise<DesignateFocalPointOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const actorId = personOf(viewer);
  return em.transactional((tx) =>
    once<DesignateFocalPointOutcome>(tx, { actorId, operation: 'designateFocalPoint', key, input }, now, () =>
      designate(tx, keys, command, now),
    ),
  );
}

async function designate(
  tx: EntityManager,
  keys: KeyRing,
  command: DesignateFocalPoint,
  now: Date,
): Promise<DesignateFocalPointOutcome> {
  const { viewer, designee, noteVerbaleId } = command;
  const delegation = await lockDelegation(tx, command);
  if ('refusal' in delegation) return delegation;
  const over = overRefusal(delegation);
  if (over) return over;
  const { id: delegationId } = delegation;
  const notes = await tx.execute('select from note_verbale where id = ? and delegation_id = ?', [
    noteVerbaleId,
    delegationId,
  ]);
  if (notes.length === 0) return { refusal: 'note-verbale-not-found' };

  const addressKey = 'email' in designee ? keyOf(keys, designee.email) : null;
  const personId =
    'personId' in designee ? designee.personId : await personByAddressKey(tx, keyOf(keys, designee.email));
  const present = await tx.find(FocalPoint, { delegationId, until: null }, { orderBy: { id: 'asc' } });
  const named = present.find(
    (one) => (personId !== null && one.personId === personId) || (addressKey !== null && one.addressKey === addressKey),
  );
  if (named && named.status !== FocalPointStatus.INVITED) {
    return { refusal: 'already-focal-point', delegationId, focalPointId: named.id };
  }
  const slot = freeSlot(present.flatMap(({ slot: taken }) => taken ?? []));
  if (slot === null) return { refusal: 'focal-points-complete', delegationId };

  const actorId = personOf(viewer);
  const row =
    named ??
    tx.create(FocalPoint, {
      id: newId('focal_point'),
      delegationId,
      personId,
      addressKey,
      status: FocalPointStatus.INVITED,
      since: now,
    });
  const from = named ? FocalPointStatus.INVITED : null;
  const to = FocalPointStatus.DESIGNATED;
  tx.assign(row, { status: to, slot, noteVerbaleId, designatedAt: now, designatedById: actorId });
  await tx.flush();
  audit(
    tx,
    {
      actorId,
      command: 'designateFocalPoint',
      subjectId: row.id,
      changes: [
        { field: 'status', from, to },
        { field: 'delegation', from: null, to: delegationId },
        { field: 'noteVerbale', from: null, to: noteVerbaleId },
      ],
    },
    now,
  );
  publish(tx, 'FocalPointDesignated', { focalPointId: row.id, delegationId }, now);
  await follow(tx, delegation, actorId, now);
  return { delegationId, focalPointId: row.id };
}

async function follow(tx: EntityManager, delegation: LockedDelegation, actorId: string, now: Date): Promise<void> {
  if (delegation.status !== DelegationStatus.INVITED) return raiseVersion(tx, delegation);
  await takeStep(
    tx,
    delegation,
    DelegationStatus.FOCAL_POINT_PENDING,
    { actorId, command: 'designateFocalPoint' },
    now,
  );
}
