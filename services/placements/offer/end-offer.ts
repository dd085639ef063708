import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../shared/journal/journal.ts';
import type { Application } from '../application/application.entity.ts';
import { type LockedApplication, lockApplication } from '../application/move-application.ts';
import { Offer } from './offer.entity.ts';
import { OfferStatus } from './offer.rules.ts';

export interface LockedOffer extends LockedApplication {
  readonly offer: Offer;
}

/** An offer under lock, its opening and application before it. Null where there is none. */
export async function lockOffer(tx: EntityManager, id: string): Promise<LockedOffer | null> {
  const known = await tx.findOne(Offer, id);
  const locked = known && (await lockApplication(tx, known.application.id));
  if (!locked) return null;
  const offer = await tx.findOneOrFail(Offer, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return { ...locked, offer };
}

/** How an offer ends, and by whose act. */
export interface OfferEnd {
  readonly status: Exclude<OfferStatus, OfferStatus.OPEN>;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/** Ends an open offer: the position and the money are free at once. In the caller's transaction, which holds the lock. */
export async function endOffer(tx: EntityManager, offer: Offer, end: OfferEnd, now: Date): Promise<void> {
  const { status: to, ...act } = end;
  const from = offer.status;
  offer.status = to;
  offer.endedAt = now;
  audit(tx, { ...act, subjectId: offer.id, changes: [{ field: 'status', from, to }] }, now);
  await tx.flush();
}

/** Ends the open offer of an application, where there is one. In the caller's transaction, which holds the lock. */
export async function endOpenOffer(
  tx: EntityManager,
  application: Application,
  end: OfferEnd,
  now: Date,
): Promise<void> {
  const open = { application, status: OfferStatus.OPEN };
  const offer = await tx.findOne(Offer, open, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (offer) await endOffer(tx, offer, end, now);
}
