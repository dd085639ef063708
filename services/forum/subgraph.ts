import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { AvailabilitySchema } from './availability/availability.entity.ts';
import { BadgeIdCheckSchema, BadgeSchema } from './badge/badge.entity.ts';
import { BadgeResolver, RegistrationBadgeResolver } from './badge/badge.resolver.ts';
import { isAtDesk } from './badge/badge.rules.ts';
import { BadgeType } from './badge/badge.types.ts';
import { badgeUpkeep } from './badge/badge-upkeep.ts';
import { BadgeActsResolver } from './badge/desk/badge-acts.resolver.ts';
import { BadgeKeySchema } from './badge/key/badge-key.entity.ts';
import { BadgeKeyResolver, BadgeVerificationResolver } from './badge/key/badge-key.resolver.ts';
import { EditionZonesResolver, ZoneResolver } from './badge/zone/zone.resolver.ts';
import { badgeFile } from './badge-print/badge-file.ts';
import { ScanResolver } from './check-in/check-in.resolver.ts';
import { EditionConflictsResolver } from './check-in/conflict/edition-conflicts.resolver.ts';
import { PresenceResolver } from './check-in/presence/presence.resolver.ts';
import { ScanType } from './check-in/scan.types.ts';
import { scansFile } from './check-in/scans-file.ts';
import { type ForumContext, forumContext } from './context.ts';
import { ChangeCapacityResolver } from './edition/administration/capacity/change-capacity.resolver.ts';
import { EditionDetailsResolver } from './edition/administration/details/edition-details.resolver.ts';
import { SuggestedHostResolver } from './edition/administration/host/suggested-host.resolver.ts';
import { retentionUpkeep } from './edition/administration/retention/forget-texts.ts';
import { ChangeEditionStatusResolver } from './edition/administration/status/change-edition-status.resolver.ts';
import { editionUpkeep } from './edition/administration/status/edition-upkeep.ts';
import { EditionSchema } from './edition/edition.entity.ts';
import { EditionResolver } from './edition/edition.resolver.ts';
import { EditionType } from './edition/edition.types.ts';
import { AttendanceCertificateSchema } from './letter/attendance/attendance-certificate.entity.ts';
import {
  AttendanceCertificateResolver,
  RegistrationCertificateResolver,
} from './letter/attendance/attendance-certificate.resolver.ts';
import { InvitationLetterSchema } from './letter/invitation/invitation-letter.entity.ts';
import {
  EditionLettersResolver,
  InvitationLetterResolver,
  RegistrationLetterResolver,
} from './letter/invitation/invitation-letter.resolver.ts';
import { InvitationLetterType } from './letter/invitation/invitation-letter.types.ts';
import { InvitationLetterMutationsResolver } from './letter/invitation/invitation-letter-mutations.resolver.ts';
import { maySeeDocument } from './letter/letter.rules.ts';
import { attendanceCertificateFile, invitationLetterFile } from './letter/print/letter-files.ts';
import {
  AttendanceCertificateVerificationResolver,
  InvitationLetterVerificationResolver,
} from './letter/verification/verification.resolver.ts';
import { verificationPage } from './letter/verification/verification-page.ts';
import { EditionsAndRegistrations } from './migrations/0001-editions-and-registrations.ts';
import { Privacy } from './migrations/0002-privacy.ts';
import { WaitingList } from './migrations/0003-waiting-list.ts';
import { KnownAddresses } from './migrations/0004-known-addresses.ts';
import { Bookings } from './migrations/0005-bookings.ts';
import { Programme } from './migrations/0006-programme.ts';
import { Badges } from './migrations/0007-badges.ts';
import { Letters } from './migrations/0008-letters.ts';
import { Scans } from './migrations/0009-scans.ts';
import { EditionCalendar } from './migrations/0010-edition-calendar.ts';
import { OrganisersDesk } from './migrations/0011-organisers-desk.ts';
import { RegistrationLife } from './migrations/0012-registration-life.ts';
import { RegistrationGroups } from './migrations/0013-registration-groups.ts';
import { registrationNotices } from './notice/registration-notices.ts';
import { sessionNotices } from './notice/session-notices.ts';
import { AnnouncementSchema } from './organisers/announcement/announcement.entity.ts';
import { AnnouncementResolver, EditionAnnouncementsResolver } from './organisers/announcement/announcement.resolver.ts';
import { AnnouncementType } from './organisers/announcement/announcement.types.ts';
import { mailAnnouncement } from './organisers/announcement/mail-announcement.ts';
import { registrationsExportFile } from './organisers/export/download-registrations-export.ts';
import { exportUpkeep } from './organisers/export/export-upkeep.ts';
import { RegistrationsExportSchema } from './organisers/export/registrations-export.entity.ts';
import {
  REGISTRATION_EXPORTS,
  RegistrationsExportResolver,
} from './organisers/export/registrations-export.resolver.ts';
import { RegistrationsExportType } from './organisers/export/registrations-export.types.ts';
import { writeRegistrationsExport } from './organisers/export/write-registrations-export.ts';
import { RegistrationListResolver } from './organisers/list/registration-list.resolver.ts';
import { announces, maySeeRegistration, runsEdition } from './organisers/organisers.rules.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { withdrawErased } from './privacy/withdraw-erased.ts';
import { ChangeRegistrationResolver } from './registration/change/change-registration.resolver.ts';
import { ConsentResolver } from './registration/change/consent.resolver.ts';
import { DeadlineExtensionSchema } from './registration/deadline/deadline-extension.entity.ts';
import { ExtendDeadlineResolver } from './registration/deadline/extend-deadline.resolver.ts';
import { DuplicateProposalResolver, EditionDuplicatesResolver } from './registration/duplicate/duplicate.resolver.ts';
import { groupNamesUpkeep } from './registration/group/forget-names.ts';
import {
  PersonGroupsResolver,
  RegistrationGroupResolver,
  RegistrationInGroupResolver,
} from './registration/group/group.resolver.ts';
import { maySeeGroup } from './registration/group/group.rules.ts';
import { RegistrationGroupType } from './registration/group/group.types.ts';
import { RegisterGroupResolver } from './registration/group/register/register-group.resolver.ts';
import { identityUpkeep } from './registration/identity/identity-upkeep.ts';
import { noteAddress } from './registration/identity/link-registrations.ts';
import { noteProfile } from './registration/identity/note-profile.ts';
import { RegisterForForumResolver } from './registration/register-for-forum.resolver.ts';
import { ConsentSchema, RegistrationSchema } from './registration/registration.entity.ts';
import { PersonRegistrationsResolver, RegistrationResolver } from './registration/registration.resolver.ts';
import { PersonReference, RegistrationType } from './registration/registration.types.ts';
import { ReviewRegistrationResolver } from './registration/review/review-registration.resolver.ts';
import { TravelDetailsSchema } from './registration/travel/travel-details.entity.ts';
import { TravelDetailsResolver } from './registration/travel/travel-details.resolver.ts';
import { WithdrawRegistrationResolver } from './registration/withdraw/withdraw-registration.resolver.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
import { BookSessionResolver } from './session/booking/book/book-session.resolver.ts';
import { BookingSchema } from './session/booking/booking.entity.ts';
import {
  RegistrationBookingsResolver,
  SessionBookingResolver,
  SessionViewerResolver,
} from './session/booking/booking.resolver.ts';
import { maySeeBooking, SessionBookingType } from './session/booking/booking.types.ts';
import { ChangeBookingResolver } from './session/booking/change/change-booking.resolver.ts';
import { bookingOfferUpkeep } from './session/booking/offer/expire-booking-offers.ts';
import { CalendarSubscriptionSchema } from './session/calendar/calendar-subscription.entity.ts';
import { CalendarSubscriptionResolver } from './session/calendar/calendar-subscription.resolver.ts';
import { PERSONAL_PROGRAMMES, personalProgramme } from './session/calendar/personal-programme.ts';
import { PROGRAMMES, programmeCalendar } from './session/programme/calendar/programme-calendar.ts';
import { SessionDraftSchema } from './session/programme/draft/session-draft.entity.ts';
import { SessionDraftResolver } from './session/programme/draft/session-draft.resolver.ts';
import { EditionDraftResolver, ProgrammeDraftResolver } from './session/programme/release/programme-draft.resolver.ts';
import { ProgrammeReleaseSchema, ReleasedChangeSchema } from './session/programme/release/release.entity.ts';
import {
  EditionReleasesResolver,
  ProgrammeChangeResolver,
  ProgrammeReleaseResolver,
} from './session/programme/release/release.resolver.ts';
import { RoomSchema } from './session/programme/room/room.entity.ts';
import { EditionRoomsResolver, RoomResolver } from './session/programme/room/room.resolver.ts';
import { RoomType } from './session/programme/room/room.types.ts';
import { UrgentChangeResolver } from './session/programme/urgent/urgent.resolver.ts';
import { SessionSchema } from './session/session.entity.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { SessionType } from './session/session.types.ts';
import { seatOfferUpkeep } from './waiting-list/expire-seat-offers.ts';
import { RegistrationGroupSchema, SeatOfferSchema } from './waiting-list/waiting-list.entity.ts';
import { WaitingListResolver } from './waiting-list/waiting-list.resolver.ts';

/** Editions of the forum, their programme, and who takes part. */
export const forum = defineService<ForumContext>({
  name: 'forum',
  entities: [
    ...journalEntities,
    EditionSchema,
    AvailabilitySchema,
    SessionSchema,
    RegistrationGroupSchema,
    SeatOfferSchema,
    RegistrationSchema,
    ConsentSchema,
    BadgeKeySchema,
    BadgeSchema,
    BadgeIdCheckSchema,
    DeadlineExtensionSchema,
    TravelDetailsSchema,
    BookingSchema,
    CalendarSubscriptionSchema,
    RoomSchema,
    SessionDraftSchema,
    ProgrammeReleaseSchema,
    ReleasedChangeSchema,
    RegistrationsExportSchema,
    AnnouncementSchema,
    InvitationLetterSchema,
    AttendanceCertificateSchema,
  ],
  migrations: [
    EditionsAndRegistrations,
    ErasedPeople,
    Privacy,
    WaitingList,
    KnownAddresses,
    Bookings,
    Programme,
    Badges,
    Letters,
    Scans,
    EditionCalendar,
    OrganisersDesk,
    RegistrationLife,
    RegistrationGroups,
  ],
  resolvers: [
    EditionResolver,
    EditionDetailsResolver,
    ChangeEditionStatusResolver,
    ChangeCapacityResolver,
    SuggestedHostResolver,
    SessionResolver,
    RegistrationResolver,
    RegisterForForumResolver,
    WithdrawRegistrationResolver,
    ReviewRegistrationResolver,
    ChangeRegistrationResolver,
    ConsentResolver,
    ExtendDeadlineResolver,
    TravelDetailsResolver,
    EditionDuplicatesResolver,
    DuplicateProposalResolver,
    RegisterGroupResolver,
    RegistrationGroupResolver,
    RegistrationInGroupResolver,
    PersonGroupsResolver,
    WaitingListResolver,
    PersonRegistrationsResolver,
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
    BadgeResolver,
    BadgeActsResolver,
    BadgeKeyResolver,
    BadgeVerificationResolver,
    RegistrationBadgeResolver,
    ZoneResolver,
    EditionZonesResolver,
    ScanResolver,
    EditionConflictsResolver,
    PresenceResolver,
    RegistrationListResolver,
    RegistrationsExportResolver,
    AnnouncementResolver,
    EditionAnnouncementsResolver,
    InvitationLetterResolver,
    InvitationLetterMutationsResolver,
    RegistrationLetterResolver,
    EditionLettersResolver,
    AttendanceCertificateResolver,
    RegistrationCertificateResolver,
    InvitationLetterVerificationResolver,
    AttendanceCertificateVerificationResolver,
    personalRecordsResolver('forum', PersonReference, personalTables),
  ],
  references: {
    ForumEdition: byLoader(
      'id',
      ({ loaders }) => loaders.editionById,
      (row) => new EditionType(row),
    ),
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
    Registration: byLoader(
      'id',
      ({ loaders }) => loaders.registrationById,
      (row, { viewer }) => (maySeeRegistration(viewer, row) ? new RegistrationType(row) : null),
    ),
    RegistrationGroup: byLoader(
      'id',
      ({ loaders }) => loaders.groupById,
      (row, { viewer }) => (maySeeGroup(viewer, row) ? new RegistrationGroupType(row) : null),
    ),
    SessionBooking: byLoader(
      'id',
      ({ loaders }) => loaders.bookingById,
      (row, { viewer }) => (maySeeBooking(viewer, row) ? new SessionBookingType(row) : null),
    ),
    Badge: byLoader(
      'id',
      ({ loaders }) => loaders.badgeById,
      (row, { viewer }) =>
        (row.person_id !== null && row.person_id === viewer.personId) || isAtDesk(viewer, row.edition_id)
          ? new BadgeType(row)
          : null,
    ),
    Scan: byLoader(
      'id',
      ({ loaders }) => loaders.scanById,
      (row, { viewer }) => (isAtDesk(viewer, row.edition_id) ? new ScanType(row) : null),
    ),
    InvitationLetter: byLoader(
      'id',
      ({ loaders }) => loaders.invitationLetterById,
      (row, { viewer }) =>
        maySeeDocument(viewer, { personId: row.person_id, editionId: row.edition_id })
          ? new InvitationLetterType(row)
          : null,
    ),
    RegistrationsExport: byLoader(
      'id',
      ({ loaders }) => loaders.registrationsExportById,
      (row, { viewer, now }) =>
        runsEdition(viewer, row.edition_id) ? new RegistrationsExportType(row, null, now()) : null,
    ),
    Announcement: byLoader(
      'id',
      ({ loaders }) => loaders.announcementById,
      (row, { viewer }) => (announces(viewer, row.edition_id) ? new AnnouncementType(row) : null),
    ),
    Person: byReference('id', (id) => new PersonReference(id)),
  },
  contextOf: forumContext,
  handlers: {
    ...registrationNotices,
    ...sessionNotices,
    AddressNoted: noteAddress,
    ProfileNoted: noteProfile,
    AnnouncementMailingDue: mailAnnouncement,
    RegistrationsExportRequested: writeRegistrationsExport,
    ErasureRequested: eraseWhenAsked({ service: 'forum', tables: personalTables, settle: withdrawErased }),
  },
  files: {
    [PERSONAL_PROGRAMMES]: personalProgramme,
    [PROGRAMMES]: programmeCalendar,
    [REGISTRATION_EXPORTS]: registrationsExportFile,
    'invitation-letters': invitationLetterFile,
    'attendance-certificates': attendanceCertificateFile,
    verifications: verificationPage,
    badges: badgeFile,
    scans: scansFile,
  },
  upkeep: [
    identityUpkeep,
    seatOfferUpkeep,
    bookingOfferUpkeep,
    editionUpkeep,
    retentionUpkeep,
    groupNamesUpkeep,
    badgeUpkeep,
    exportUpkeep,
  ],
  seedReference,
  seedDemo,
});
