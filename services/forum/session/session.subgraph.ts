import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { ForumContext } from '../context.ts';
import { sessionNotices } from '../notice/session-notices.ts';
import { BookSessionResolver } from './booking/book/book-session.resolver.ts';
import { BookingSchema } from './booking/booking.entity.ts';
import {
  RegistrationBookingsResolver,
  SessionBookingResolver,
  SessionViewerResolver,
} from './booking/booking.resolver.ts';
import { maySeeBooking, SessionBookingType } from './booking/booking.types.ts';
import { ChangeBookingResolver } from './booking/change/change-booking.resolver.ts';
import { bookingOfferUpkeep } from './booking/offer/expire-booking-offers.ts';
import { CalendarSubscriptionSchema } from './calendar/calendar-subscription.entity.ts';
import { CalendarSubscriptionResolver } from './calendar/calendar-subscription.resolver.ts';
import { PERSONAL_PROGRAMMES, personalProgramme } from './calendar/personal-programme.ts';
import { PROGRAMMES, programmeCalendar } from './programme/calendar/programme-calendar.ts';
import { SessionDraftSchema } from './programme/draft/session-draft.entity.ts';
import { SessionDraftResolver } from './programme/draft/session-draft.resolver.ts';
import { EditionDraftResolver, ProgrammeDraftResolver } from './programme/release/programme-draft.resolver.ts';
import { ProgrammeReleaseSchema, ReleasedChangeSchema } from './programme/release/release.entity.ts';
import {
  EditionReleasesResolver,
  ProgrammeChangeResolver,
  ProgrammeReleaseResolver,
} from './programme/release/release.resolver.ts';
import { RoomSchema } from './programme/room/room.entity.ts';
import { EditionRoomsResolver, RoomResolver } from './programme/room/room.resolver.ts';
import { RoomType } from './programme/room/room.types.ts';
import { UrgentChangeResolver } from './programme/urgent/urgent.resolver.ts';
import { SessionSchema } from './session.entity.ts';
import { SessionResolver } from './session.resolver.ts';
import { SessionType } from './session.types.ts';

/** The programme: rooms, sessions in draft and released, and who has booked them. */
export const sessionPart: ServicePart<ForumContext> = {
  entities: [
    SessionSchema,
    BookingSchema,
    CalendarSubscriptionSchema,
    RoomSchema,
    SessionDraftSchema,
    ProgrammeReleaseSchema,
    ReleasedChangeSchema,
  ],
  resolvers: [
    SessionResolver,
    BookSessionResolver,
    CalendarSubscriptionResolver,
    ChangeBookingResolver,
    SessionBookingResolver,
    RegistrationBookingsResolver,
    SessionViewerResolver,
    RoomResolver,
    EditionRoomsResolver,
    SessionDraftResolver,
    ProgrammeReleaseResolver,
    ProgrammeChangeResolver,
    EditionReleasesResolver,
    ProgrammeDraftResolver,
    EditionDraftResolver,
    UrgentChangeResolver,
  ],
  references: {
    Session: byLoader(
      'id',
      ({ loaders }) => loaders.sessionById,
      (row) => new SessionType(row),
    ),
    Room: byLoader(
      'id',
      ({ loaders }) => loaders.roomById,
      (row) => new RoomType(row),
    ),
    SessionBooking: byLoader(
      'id',
      ({ loaders }) => loaders.bookingById,
      (row, { viewer }) => (maySeeBooking(viewer, row) ? new SessionBookingType(row) : null),
    ),
  },
  handlers: { ...sessionNotices },
  files: { [PERSONAL_PROGRAMMES]: personalProgramme, [PROGRAMMES]: programmeCalendar },
  upkeep: [bookingOfferUpkeep],
};
