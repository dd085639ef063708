import type { EntityManager } from '@mikro-orm/postgresql';
import { moveAll } from '../../../shared/journal/move-all.ts';
import { BookingStatus, OPEN } from './booking.rules.ts';
import type { BookingAct } from './end-bookings.ts';

/**
 * Cancels every open booking of an edition that will not take place, in a fixed number of statements.
 *
 * In the caller's transaction, which holds the locks of the edition's registrations. No seat is offered on.
 */
export async function endBookingsOfEdition(
  tx: EntityManager,
  editionId: string,
  { actorId, command }: BookingAct,
  now: Date,
): Promise<void> {
  await tx.execute(
    `select id from availability where id in (
       select session_id from booking where edition_id = ? and status in (?)
     ) order by id for update`,
    [editionId, [...OPEN]],
  );
  await moveAll(
    tx,
    {
      table: 'booking',
      where: 'edition_id = ?',
      values: [editionId],
      from: OPEN,
      to: BookingStatus.CANCELLED,
      actorId,
      command,
      event: 'SessionBookingEnded',
      keys: {
        bookingId: 'id',
        sessionId: 'session_id',
        registrationId: 'registration_id',
        editionId: 'edition_id',
        personId: 'person_id',
      },
    },
    now,
  );
}
