import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../../edition/edition.entity.ts';
import { Registration } from '../../registration/registration.entity.ts';
import { Session } from '../session.entity.ts';
import { BookingStatus } from './booking.rules.ts';

export const BookingSchema = defineEntity({
  name: 'Booking',
  properties: {
    id: p.text().primary(),
    session: () => p.manyToOne(Session).ref(),
    registration: () => p.manyToOne(Registration).ref(),
    edition: () => p.manyToOne(Edition).ref(),
    /** As the registration has it. */
    personId: p.text().nullable(),
    /** As the session has them. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    isOpenDoor: p.boolean(),
    status: p.enum(() => BookingStatus),
    bookedAt: p.datetime(),
    /** Of the last offer; null where there was none. */
    offerExpiresAt: p.datetime().nullable(),
    /** True where the session was moved over another one of the person's. */
    hasConflict: p.boolean().default(false),
    version: p.integer().version(),
  },
});

/**
 * One participant's seat in a session, or place in its queue.
 *
 * The database copies times from the session and moves them with it, and lets nobody hold two seats at the same time.
 */
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking);
