import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { AvailabilitySchema } from './availability/availability.entity.ts';
import { type ForumContext, forumContext } from './context.ts';
import { EditionSchema } from './edition/edition.entity.ts';
import { EditionResolver } from './edition/edition.resolver.ts';
import { EditionType } from './edition/edition.types.ts';
import { EditionsAndRegistrations } from './migrations/0001-editions-and-registrations.ts';
import { Privacy } from './migrations/0002-privacy.ts';
import { WaitingList } from './migrations/0003-waiting-list.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { withdrawErased } from './privacy/withdraw-erased.ts';
import { RegisterForForumResolver } from './registration/register-for-forum.resolver.ts';
import { ConsentSchema, RegistrationSchema } from './registration/registration.entity.ts';
import { PersonRegistrationsResolver, RegistrationResolver } from './registration/registration.resolver.ts';
import { PersonReference, RegistrationType } from './registration/registration.types.ts';
import { WithdrawRegistrationResolver } from './registration/withdraw/withdraw-registration.resolver.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
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
  ],
  migrations: [EditionsAndRegistrations, ErasedPeople, Privacy, WaitingList],
  resolvers: [
    EditionResolver,
    SessionResolver,
    RegistrationResolver,
    RegisterForForumResolver,
    WithdrawRegistrationResolver,
    WaitingListResolver,
    PersonRegistrationsResolver,
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
    Registration: byLoader(
      'id',
      ({ loaders }) => loaders.registrationById,
      // Nobody learns that somebody else is registered.
      (row, { viewer }) => (row.person_id === viewer.personId ? new RegistrationType(row) : null),
    ),
    Person: byReference('id', (id) => new PersonReference(id)),
  },
  contextOf: forumContext,
  handlers: {
    ErasureRequested: eraseWhenAsked({ service: 'forum', tables: personalTables, settle: withdrawErased }),
  },
  upkeep: [seatOfferUpkeep],
  seedReference,
  seedDemo,
});
