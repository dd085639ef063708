import type { EntityManager } from '@mikro-orm/postgresql';
import { moveAll } from '../../../../shared/journal/move-all.ts';
import type { RegistrationStatus } from '../../../registration/registration.rules.ts';
import { SeatOfferStatus } from '../../../waiting-list/waiting-list.rules.ts';

/** Registrations of an edition that move together, and by whose act. */
export interface Move {
  readonly editionId: string;
  readonly from: readonly RegistrationStatus[];
  readonly to: RegistrationStatus;
  /** Name of the event that tells of each. */
  readonly event: string;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Moves registrations of an edition all at once, with an audit entry and an event for each.
 *
 * In the caller's transaction, which has locked the edition's seats. Seats that come free are not offered to anybody.
 */
export function moveRegistrations(tx: EntityManager, { editionId, ...move }: Move, now: Date): Promise<void> {
  const keys = { registrationId: 'id', editionId: 'edition_id', personId: 'person_id', nominationId: 'nomination_id' };
  return moveAll(
    tx,
    {
      ...move,
      table: 'registration',
      where: 'edition_id = ?',
      values: [editionId],
      also: { set: 'holds_seat = false', values: [] },
      keys,
    },
    now,
  );
}

/** Ends the open offers of an edition. The registrations they were for move beside it. */
export async function closeOffers(
  tx: EntityManager,
  editionId: string,
  to: SeatOfferStatus.WITHDRAWN | SeatOfferStatus.EXPIRED,
): Promise<void> {
  await tx.execute('update seat_offer set status = ?, version = version + 1 where edition_id = ? and status = ?', [
    to,
    editionId,
    SeatOfferStatus.OPEN,
  ]);
}
