import type { EventRoutes } from './shared/events/event.ts';

/**
 * Which services act on which events. Publishers learn it from here, since they do not know each other; a service's
 * `handlers` are the other half.
 */
export const eventRoutes: EventRoutes = {
  AddressNoted: ['forum', 'delegations'],
  AnnouncementMailingDue: ['forum'],
  DeedMoved: ['network'],
  DelegationStatusChanged: ['delegations'],
  DeploymentMoved: ['placements'],
  EditionFinished: ['accounts'],
  EditionPostponed: ['forum'],
  EditionScheduled: ['delegations'],
  ErasureRequested: ['accounts', 'forum', 'delegations', 'placements', 'network'],
  ErasureSettled: ['accounts'],
  FocalPointConfirmed: ['accounts'],
  FocalPointRemoved: ['accounts'],
  GrantMoved: ['network'],
  HeadOfDelegationEnded: ['accounts'],
  HeadOfDelegationNamed: ['accounts'],
  NoticeDue: ['accounts'],
  OpeningMoved: ['placements'],
  OrganisationMoved: ['network'],
  ParticipantListed: ['accounts'],
  ProfileNoted: ['forum'],
  ProfileWanted: ['accounts'],
  ProjectMoved: ['network'],
  RegistrationConfirmed: ['forum'],
  RegistrationEnded: ['forum', 'delegations'],
  RegistrationMade: ['accounts', 'forum'],
  RegistrationReviewDue: ['forum'],
  RegistrationsExportRequested: ['forum'],
  SeatClaimAnswered: ['delegations'],
  SeatClaimed: ['forum'],
  SeatOffered: ['forum'],
  SeatReleased: ['forum'],
  SegmentDefined: ['accounts'],
  SessionBookingEnded: ['forum'],
  SessionMoved: ['forum'],
  SessionSeatOffered: ['forum'],
  VolunteerKnown: ['accounts'],
};
