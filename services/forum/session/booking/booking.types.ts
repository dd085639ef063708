import type DataLoader from 'dataloader';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { holds, type Viewer } from '../../../shared/access/access.rules.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import type { BookingRow } from './booking.loaders.ts';
import { BookingStatus, NoSessionOfferReason } from './booking.rules.ts';

registerEnumType(BookingStatus, {
  name: 'SessionBookingStatus',
  description: 'Where a booking is: on a seat, in the queue, offered a seat, or ended and how.',
  valuesConfig: {
    OFFERED: { description: 'A seat is held until `offerExpiresAt`. Accept it or decline it.' },
    CANCELLED: { description: 'By the participant, or with their registration.' },
    SESSION_CANCELLED: { description: 'The session does not take place.' },
  },
});
registerEnumType(NoSessionOfferReason, {
  name: 'NoSessionOfferReason',
  description: 'Why somebody who waits for a seat in a session has no offer.',
  valuesConfig: {
    NO_FREE_SEAT: { description: 'Every seat is taken or offered.' },
    OVERLAPPING_BOOKING: {
      description: 'The person holds a seat in another session at that time, and is passed over until it is cancelled.',
    },
    SEATING_ENDED: { description: 'The session has begun or does not take place.' },
  },
});

@ObjectType('SessionBooking', {
  implements: Node,
  description: "One participant's seat in a session, or place in its queue.",
})
@Directive('@key(fields: "id")')
export class SessionBookingType extends Node {
  @Field(() => BookingStatus)
  readonly status: BookingStatus;
  @Field(() => DateTime)
  readonly bookedAt: Date;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the offered seat can be taken; never past the start of the session. Null without an offer.',
  })
  readonly offerExpiresAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: BookingRow;

  constructor(row: BookingRow) {
    super(row.id);
    this.status = row.status;
    this.bookedAt = row.booked_at;
    this.offerExpiresAt = row.status === BookingStatus.OFFERED ? row.offer_expires_at : null;
    this.version = row.version;
    this.row = row;
  }
}

/** Whether a viewer may see a booking: their own, or those of an edition they run. */
export function maySeeBooking(viewer: Viewer, { person_id, edition_id }: BookingRow): boolean {
  const isTheirs = person_id !== null && person_id === viewer.personId;
  return isTheirs || holds(viewer, ['REGISTRATION_DESK', 'ADMINISTRATOR'], { kind: 'EDITION', id: edition_id });
}

/** Bookings that a use case has just answered by their IDs, in that order. */
export async function bookingsOf(
  ids: readonly string[],
  bookingById: DataLoader<string, BookingRow | null>,
): Promise<SessionBookingType[]> {
  const rows = await Promise.all(ids.map((id) => bookingById.load(id)));
  return rows.map((row, place) => {
    if (!row) throw new Error(`booking ${ids[place]} is gone`);
    return new SessionBookingType(row);
  });
}

/** The one booking that a use case has just answered by its ID. */
export async function bookingOf(
  id: string,
  bookingById: DataLoader<string, BookingRow | null>,
): Promise<SessionBookingType> {
  const [booking] = await bookingsOf([id], bookingById);
  if (!booking) throw new Error(`booking ${id} is gone`);
  return booking;
}
