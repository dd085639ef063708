import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { offerFreeSeats } from '../waiting-list/offer-free-seats.ts';
import { SeatOfferStatus } from '../waiting-list/waiting-list.rules.ts';
import { Registration } from './registration.entity.ts';
import { RegistrationStatus } from './registration.rules.ts';

/** A way out of an edition. */
export interface Ending {
  readonly to:
    | RegistrationStatus.WITHDRAWN
    | RegistrationStatus.CANCELLED
    | RegistrationStatus.REJECTED
    | RegistrationStatus.OFFER_DECLINED
    | RegistrationStatus.OFFER_EXPIRED;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly onBehalfOfId?: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/**
 * Ends a registration, with all that hangs on it, and offers the seat it frees to whoever waits.
 *
 * In the caller's transaction, which has locked the edition's seats and knows that the step is allowed.
 */
export async function endRegistration(
  tx: EntityManager,
  registration: Registration,
  { to, actorId, onBehalfOfId = null, command, reason = null }: Ending,
  now: Date,
): Promise<void> {
  const { id, status: from, personId } = registration;
  const editionId = registration.edition.id;
  registration.status = to;
  registration.holdsSeat = false;
  const changes = [{ field: 'status', from, to }];
  audit(tx, { actorId, onBehalfOfId, command, subjectId: id, changes, reason }, now);
  publish(tx, 'RegistrationEnded', { registrationId: id, editionId, personId: personId ?? null, status: to }, now);
  await tx.flush();
  if (from === RegistrationStatus.OFFERED) await closeOffer(tx, registration, to);
  await offerFreeSeats(tx, editionId, now);
}

/** An offer ends with the last of those it was for. */
async function closeOffer(tx: EntityManager, registration: Registration, to: Ending['to']): Promise<void> {
  const offer = await registration.seatOffer?.loadOrFail();
  if (offer?.status !== SeatOfferStatus.OPEN) return;
  const remaining = await tx.count(Registration, { seatOffer: offer, status: RegistrationStatus.OFFERED });
  if (remaining > 0) return;
  offer.status =
    to === RegistrationStatus.OFFER_EXPIRED
      ? SeatOfferStatus.EXPIRED
      : to === RegistrationStatus.OFFER_DECLINED
        ? SeatOfferStatus.DECLINED
        : SeatOfferStatus.WITHDRAWN;
}
