import type { EventRoutes } from './shared/events/event.ts';

/**
 * Which services act on which events. Publishers learn it from here, since they do not know each other; a service's
 * `handlers` are the other half.
 */
export const eventRoutes: EventRoutes = {
  AddressNoted: ['forum'],
  AnnouncementMailingDue: ['forum'],
  DeedMoved: ['network'],
  EditionFinished: ['accounts'],
  EditionPostponed: ['forum'],
  ErasureRequested: ['accounts', 'forum', 'delegations', 'placements', 'network'],
  ErasureSettled: ['accounts'],
  GrantMoved: ['network'],
  HeadOfDelegationNamed: ['accounts'],
  NoticeDue: ['accounts'],
  OrganisationMoved: ['network'],
  ParticipantListed: ['accounts'],
  ProfileNoted: ['forum'],
  ProfileWanted: ['accounts'],
  ProjectMoved: ['network'],
  RegistrationConfirmed: ['forum'],
  RegistrationEnded: ['forum'],
  RegistrationMade: ['accounts', 'forum'],
  RegistrationReviewDue: ['forum'],
  RegistrationsExportRequested: ['forum'],
  SeatOffered: ['forum'],
  SegmentDefined: ['accounts'],
  SessionBookingEnded: ['forum'],
  SessionMoved: ['forum'],
  SessionSeatOffered: ['forum'],
};
