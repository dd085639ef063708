import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { FocalPoint } from './focal-point.entity.ts';
import { FocalPointStatus } from './focal-point.rules.ts';

export interface EndAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/** Ends what somebody was named for; the row stays. Whoever was confirmed is no focal point any more, for all services. */
export async function endFocalPoint(
  tx: EntityManager,
  focalPoint: FocalPoint,
  { actorId, command, reason = null }: EndAct,
  now: Date,
): Promise<void> {
  const { id, delegationId, personId, status: from } = focalPoint;
  const to = FocalPointStatus.ENDED;
  tx.assign(focalPoint, { status: to, slot: null, until: now, endedById: actorId });
  await tx.flush();
  audit(tx, { actorId, command, subjectId: id, changes: [{ field: 'status', from, to }], reason }, now);
  if (from === FocalPointStatus.CONFIRMED && personId) {
    publish(tx, 'FocalPointRemoved', { focalPointId: id, delegationId, personId, removedById: actorId }, now);
  }
}

/** Tells other services that somebody acts for a delegation from now on. */
export function tellConfirmed(tx: EntityManager, focalPoint: FocalPoint, now: Date): void {
  const { id: focalPointId, delegationId, personId, confirmedById } = focalPoint;
  if (!personId) return;
  publish(
    tx,
    'FocalPointConfirmed',
    { focalPointId, delegationId, personId, confirmedById: confirmedById ?? null },
    now,
  );
}

/** An erased person acts for nobody any more. Their rows stay, by an ID that leads to nobody. */
export async function endErasedFocalPoint(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const held = await tx.find(
    FocalPoint,
    { personId, until: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const focalPoint of held) {
    await endFocalPoint(tx, focalPoint, { actorId: null, command: 'removeFocalPoint' }, now);
  }
}
