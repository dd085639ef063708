import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { either, holdersOver, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { ForumContext } from '../../context.ts';
import { activeKey } from '../../registration/registration.loaders.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import { SessionType } from '../session.types.ts';
import type { BookingRow } from './booking.loaders.ts';
import {
  ACTIVE,
  admitToSession,
  BookingStatus,
  HOLDING,
  NoSessionOfferReason,
  noSessionOfferReason,
  seatingEnded,
  stepsOfParticipant,
} from './booking.rules.ts';
import { SessionBookingType } from './booking.types.ts';

@Resolver(() => SessionBookingType)
export class SessionBookingResolver {
  @FieldResolver(() => SessionType, { nullable: true, description: 'Null while the session is not public.' })
  async session(@Root() { row }: SessionBookingType, @Ctx() { loaders }: ForumContext): Promise<SessionType | null> {
    const session = await loaders.sessionById.load(row.session_id);
    return session && new SessionType(session);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Place in the session's queue, 1 first. Null for whoever does not wait.",
  })
  async waitlistPosition(
    @Root() { id, status }: SessionBookingType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<number | null> {
    if (status !== BookingStatus.WAITLISTED) return null;
    const standing = await loaders.bookingStandingById.load(id);
    return standing?.position ?? null;
  }

  @FieldResolver(() => NoSessionOfferReason, {
    nullable: true,
    description: 'Why no seat is offered at this moment. Null for whoever does not wait.',
  })
  async noOfferReason(
    @Root() { id, status, row }: SessionBookingType,
    @Ctx() { loaders, now }: ForumContext,
  ): Promise<NoSessionOfferReason | null> {
    if (status !== BookingStatus.WAITLISTED) return null;
    const [standing, session, edition] = await Promise.all([
      loaders.bookingStandingById.load(id),
      loaders.sessionById.load(row.session_id),
      loaders.editionById.load(row.edition_id),
    ]);
    if (!standing || !session || !edition) return null;
    const terms = { status: session.status, startsAt: session.starts_at, editionStatus: edition.status };
    return noSessionOfferReason(standing.has_overlap, seatingEnded(terms, now()) !== null);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where a session was moved and this seat overlaps another one of the same person since. Cancel one of them.',
  })
  async hasConflict(@Root() { id, status }: SessionBookingType, @Ctx() { loaders }: ForumContext): Promise<boolean> {
    if (!HOLDING.includes(status)) return false;
    const standing = await loaders.bookingStandingById.load(id);
    return standing?.has_overlap ?? false;
  }

  @FieldResolver(() => [BookingStatus], {
    description: 'Where the participant may take it from here. Empty once the session has begun.',
  })
  allowedTransitions(@Root() { row }: SessionBookingType, @Ctx() { now }: ForumContext): BookingStatus[] {
    const { status, starts_at: startsAt, offer_expires_at: offerExpiresAt } = row;
    return stepsOfParticipant({ status, startsAt, offerExpiresAt }, now());
  }
}

@Resolver(() => RegistrationType)
export class RegistrationBookingsResolver {
  @Allow<RegistrationType>(
    either(
      theirOwn(({ of }) => of.personId),
      holdersOver('EDITION', ({ of }) => of.editionId, 'REGISTRATION_DESK', 'ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => [SessionBookingType], {
    nullable: true,
    description: 'The last booking of each session that was booked, ended ones too; in the order of time.',
  })
  async bookings(@Root() { id }: RegistrationType, @Ctx() { loaders }: ForumContext): Promise<SessionBookingType[]> {
    const rows = await loaders.bookingsByRegistration.load(id);
    return rows.map((row) => new SessionBookingType(row));
  }
}

@Resolver(() => SessionType)
export class SessionViewerResolver {
  @FieldResolver(() => SessionBookingType, {
    nullable: true,
    description:
      "The signed-in participant's booking: on a seat, offered one, or waiting. Null without one, and for whoever is not signed in.",
  })
  async viewerBooking(
    @Root() { id, editionId }: SessionType,
    @Ctx() context: ForumContext,
  ): Promise<SessionBookingType | null> {
    const mine = await viewerBookings(editionId, context);
    const row = mine?.bookings.find((booking) => booking.session_id === id && ACTIVE.includes(booking.status));
    return row ? new SessionBookingType(row) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer could book now, a seat or a place in the queue: by the rules of `bookSession`. False for whoever is not signed in.',
  })
  async viewerCanBook(@Root() session: SessionType, @Ctx() context: ForumContext): Promise<boolean> {
    const { id, editionId, startsAt, endsAt, isOpenDoor, status } = session;
    const mine = await viewerBookings(editionId, context);
    if (!mine) return false;
    const { loaders, now } = context;
    const [registration, edition, seats] = await Promise.all([
      loaders.registrationById.load(mine.registrationId),
      loaders.editionById.load(editionId),
      loaders.availabilityById.load(id),
    ]);
    if (!registration || !edition) return false;
    const admission = admitToSession(
      { id, startsAt, endsAt, isOpenDoor, status, editionStatus: edition.status },
      registration.status,
      mine.bookings.map((booking) => ({
        id: booking.id,
        sessionId: booking.session_id,
        status: booking.status,
        startsAt: booking.starts_at,
        endsAt: booking.ends_at,
        isOpenDoor: booking.is_open_door,
      })),
      seats && { ...seats, waitlistLimit: seats.waitlist_limit },
      now(),
    );
    return 'status' in admission;
  }
}

/** The viewer's registration for an edition and what it has booked; null for whoever has none. */
async function viewerBookings(
  editionId: string,
  { viewer, loaders }: ForumContext,
): Promise<{ registrationId: string; bookings: BookingRow[] } | null> {
  if (viewer.personId === null) return null;
  const registration = await loaders.activeRegistration.load(activeKey(editionId, viewer.personId));
  if (!registration) return null;
  return { registrationId: registration.id, bookings: await loaders.bookingsByRegistration.load(registration.id) };
}
