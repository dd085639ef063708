import { holds } from '../shared/access/access.rules.ts';
import type { ServiceContext } from '../shared/service.ts';
import { type AvailabilityLoaders, availabilityLoaders } from './availability/availability.loaders.ts';
import { type BadgeLoaders, badgeLoaders } from './badge/badge.loaders.ts';
import { type BadgeKeyLoaders, badgeKeyLoaders } from './badge/key/badge-key.loaders.ts';
import { type ZoneLoaders, zoneLoaders } from './badge/zone/zone.loaders.ts';
import { type BadgePrintLoaders, badgePrintLoaders } from './badge-print/badge-print.loaders.ts';
import { type PresenceLoaders, presenceLoaders } from './check-in/presence/presence.loaders.ts';
import { type ScanLoaders, scanLoaders } from './check-in/scan.loaders.ts';
import { type HostLoaders, hostLoaders } from './edition/administration/host/host.loaders.ts';
import { type EditionLoaders, editionLoaders } from './edition/edition.loaders.ts';
import {
  type AttendanceCertificateLoaders,
  attendanceCertificateLoaders,
} from './letter/attendance/attendance-certificate.loaders.ts';
import {
  type InvitationLetterLoaders,
  invitationLetterLoaders,
} from './letter/invitation/invitation-letter.loaders.ts';
import { type AnnouncementLoaders, announcementLoaders } from './organisers/announcement/announcement.loaders.ts';
import {
  type RegistrationsExportLoaders,
  registrationsExportLoaders,
} from './organisers/export/registrations-export.loaders.ts';
import { type RegistrationListLoaders, registrationListLoaders } from './organisers/list/registration-list.loaders.ts';
import { type ConsentLoaders, consentLoaders } from './registration/change/consent.loaders.ts';
import {
  type DeadlineExtensionLoaders,
  deadlineExtensionLoaders,
} from './registration/deadline/deadline-extension.loaders.ts';
import { type DuplicateLoaders, duplicateLoaders } from './registration/duplicate/duplicate.loaders.ts';
import { type GroupLoaders, groupLoaders } from './registration/group/group.loaders.ts';
import { type RegistrationLoaders, registrationLoaders } from './registration/registration.loaders.ts';
import { type TravelDetailsLoaders, travelDetailsLoaders } from './registration/travel/travel-details.loaders.ts';
import { type BookingLoaders, bookingLoaders } from './session/booking/booking.loaders.ts';
import { type CalendarLoaders, calendarLoaders } from './session/calendar/calendar.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './session/programme/programme.loaders.ts';
import { type SessionLoaders, sessionLoaders } from './session/session.loaders.ts';
import { type WaitingListLoaders, waitingListLoaders } from './waiting-list/waiting-list.loaders.ts';

export interface ForumContext extends ServiceContext {
  readonly loaders: AnnouncementLoaders &
    AvailabilityLoaders &
    BadgeKeyLoaders &
    BadgeLoaders &
    BookingLoaders &
    CalendarLoaders &
    EditionLoaders &
    HostLoaders &
    ProgrammeLoaders &
    ConsentLoaders &
    DeadlineExtensionLoaders &
    DuplicateLoaders &
    GroupLoaders &
    BadgePrintLoaders &
    InvitationLetterLoaders &
    AttendanceCertificateLoaders &
    RegistrationListLoaders &
    RegistrationLoaders &
    RegistrationsExportLoaders &
    TravelDetailsLoaders &
    SessionLoaders &
    PresenceLoaders &
    ScanLoaders &
    WaitingListLoaders &
    ZoneLoaders;
}

export function forumContext(base: ServiceContext): ForumContext {
  return Object.assign(base, {
    loaders: {
      ...announcementLoaders(base.read),
      ...availabilityLoaders(base.read),
      ...badgeKeyLoaders(base.read),
      ...badgeLoaders(base.read),
      ...bookingLoaders(base.read),
      ...calendarLoaders(base.read),
      ...editionLoaders(base.read, holds(base.viewer, ['ADMINISTRATOR'], { kind: 'ALL', id: null })),
      ...hostLoaders(base.read),
      ...programmeLoaders(base.read),
      ...consentLoaders(base.read),
      ...deadlineExtensionLoaders(base.read),
      ...duplicateLoaders(base.read),
      ...groupLoaders(base.read, base.viewer.personId),
      ...badgePrintLoaders(base.read),
      ...invitationLetterLoaders(base.read),
      ...attendanceCertificateLoaders(base.read),
      ...registrationListLoaders(base.read),
      ...registrationLoaders(base.read),
      ...registrationsExportLoaders(base.read),
      ...travelDetailsLoaders(base.read),
      ...sessionLoaders(base.read),
      ...presenceLoaders(base.read),
      ...scanLoaders(base.read),
      ...waitingListLoaders(base.read),
      ...zoneLoaders(base.read),
    },
  });
}
