import { byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { joinParts } from '../shared/service-part.ts';
import { badgePart } from './badge/badge.subgraph.ts';
import { checkInPart } from './check-in/check-in.subgraph.ts';
import { claimPart } from './claim/claim.subgraph.ts';
import { type ForumContext, forumContext } from './context.ts';
import { editionPart } from './edition/edition.subgraph.ts';
import { letterPart } from './letter/letter.subgraph.ts';
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
import { SeatClaims } from './migrations/0014-seat-claims.ts';
import { FourEyes } from './migrations/0015-four-eyes.ts';
import { SeatReserve } from './migrations/0016-seat-reserve.ts';
import { DelegateAdmission } from './migrations/0017-delegate-admission.ts';
import { organisersPart } from './organisers/organisers.subgraph.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { withdrawErased } from './privacy/withdraw-erased.ts';
import { registrationPart } from './registration/registration.subgraph.ts';
import { PersonReference } from './registration/registration.types.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
import { sessionPart } from './session/session.subgraph.ts';

const parts = joinParts<ForumContext>(
  editionPart,
  registrationPart,
  claimPart,
  sessionPart,
  badgePart,
  checkInPart,
  letterPart,
  organisersPart,
  {
    resolvers: [personalRecordsResolver('forum', PersonReference, personalTables)],
    references: { Person: byReference('id', (id) => new PersonReference(id)) },
    handlers: {
      ErasureRequested: eraseWhenAsked({ service: 'forum', tables: personalTables, settle: withdrawErased }),
    },
  },
);

/** Editions of the forum, their programme, and who takes part. */
export const forum = defineService<ForumContext>({
  name: 'forum',
  ...parts,
  entities: [...journalEntities, ...parts.entities],
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
    SeatClaims,
    FourEyes,
    SeatReserve,
    DelegateAdmission,
  ],
  contextOf: forumContext,
  seedReference,
  seedDemo,
});
