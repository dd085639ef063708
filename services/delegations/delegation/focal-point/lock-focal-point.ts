import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { type LockedDelegation, lockDelegation, type NoDelegation } from '../lock-delegation.ts';
import { FocalPoint } from './focal-point.entity.ts';
import { FocalPointStatus } from './focal-point.rules.ts';

/** Which focal point somebody decides about, from which version of the delegation. */
export interface FocalPointAct {
  readonly viewer: Viewer;
  readonly focalPointId: string;
  readonly expectedVersion: number | null;
}

export type NoFocalPoint =
  | { readonly refusal: 'focal-point-not-found' }
  | Extract<NoDelegation, { refusal: 'version-conflict' }>
  | { readonly refusal: 'focal-point-ended'; readonly until: string };

/** A focal point that has not ended, its delegation locked before it. To strangers of the delegation there is none. */
export async function lockFocalPoint(
  tx: EntityManager,
  { viewer, focalPointId, expectedVersion }: FocalPointAct,
): Promise<{ focalPoint: FocalPoint; delegation: LockedDelegation } | NoFocalPoint> {
  const [whose] = await tx.execute<{ delegation_id: string }[]>('select delegation_id from focal_point where id = ?', [
    focalPointId,
  ]);
  if (!whose) return { refusal: 'focal-point-not-found' };
  const delegation = await lockDelegation(tx, { viewer, delegationId: whose.delegation_id, expectedVersion });
  if ('refusal' in delegation) {
    return delegation.refusal === 'delegation-not-found' ? { refusal: 'focal-point-not-found' } : delegation;
  }
  const focalPoint = await tx.findOneOrFail(FocalPoint, focalPointId);
  if (focalPoint.status === FocalPointStatus.ENDED || focalPoint.until) {
    return { refusal: 'focal-point-ended', until: (focalPoint.until ?? focalPoint.since).toISOString() };
  }
  return { focalPoint, delegation };
}
