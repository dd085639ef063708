import { inTurn } from '../shared/events/in-turn.ts';
import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { joinParts } from '../shared/service-part.ts';
import { type DelegationsContext, delegationsContext } from './context.ts';
import { CisMembershipSchema, CountrySchema } from './country/country.entity.ts';
import { CountryResolver } from './country/country.resolver.ts';
import { CountryType } from './country/country.types.ts';
import { credentialsPart } from './credentials/credentials.subgraph.ts';
import { releaseErasedOwner } from './credentials/take/release-erased-owner.ts';
import { delegationPart } from './delegation/delegation.subgraph.ts';
import { EditionReference } from './delegation/delegation.types.ts';
import { endErasedFocalPoint } from './delegation/focal-point/end-focal-point.ts';
import { noteAddress } from './delegation/known-address/note-address.ts';
import { CountriesAndDelegations } from './migrations/0001-countries-and-delegations.ts';
import { Delegations } from './migrations/0003-delegations.ts';
import { Nominations } from './migrations/0004-nominations.ts';
import { Credentials } from './migrations/0005-credentials.ts';
import { Reminders } from './migrations/0006-reminders.ts';
import { Waivers } from './migrations/0007-waivers.ts';
import { OwnConfirmation } from './migrations/0008-own-confirmation.ts';
import { nominationPart, rowRefusals } from './nomination/nomination.subgraph.ts';
import { PersonReference } from './nomination/nomination.types.ts';
import { linkNominee } from './nomination/nominee/link-nominees.ts';
import { participantPart } from './participant/participant.subgraph.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { releaseKept } from './privacy/release-kept.ts';
import { settleNominations } from './privacy/settle-nominations.ts';
import { protocolPart } from './protocol/protocol.subgraph.ts';
import { reminderPart } from './reminder/reminder.subgraph.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';

const parts = joinParts<DelegationsContext>(
  delegationPart,
  nominationPart,
  credentialsPart,
  reminderPart,
  participantPart,
  protocolPart,
  {
    entities: [CountrySchema, CisMembershipSchema],
    resolvers: [CountryResolver, personalRecordsResolver('delegations', PersonReference, personalTables)],
    references: {
      Country: byLoader(
        'code',
        ({ loaders }) => loaders.countryByCode,
        ({ key }) => new CountryType(key),
      ),
      Person: byReference('id', (id) => new PersonReference(id)),
      ForumEdition: byReference('id', (id) => new EditionReference(id)),
    },
    handlers: {
      ErasureRequested: eraseWhenAsked({
        service: 'delegations',
        tables: personalTables,
        async settle(tx, request, now) {
          await endErasedFocalPoint(tx, request.personId, now);
          await releaseErasedOwner(tx, request.personId, now);
          return settleNominations(tx, request, now);
        },
      }),
    },
    upkeep: [releaseKept],
  },
);

/** Countries, and the delegations they send. */
export const delegations = defineService<DelegationsContext>({
  name: 'delegations',
  ...parts,
  entities: [...journalEntities, ...parts.entities],
  // Noting whose an address is comes before giving them what is theirs under it.
  handlers: { ...parts.handlers, AddressNoted: inTurn(noteAddress, linkNominee) },
  stubs: rowRefusals,
  migrations: [
    CountriesAndDelegations,
    ErasedPeople,
    Delegations,
    Nominations,
    Credentials,
    Reminders,
    Waivers,
    OwnConfirmation,
  ],
  contextOf: delegationsContext,
  seedReference,
  seedDemo,
});
