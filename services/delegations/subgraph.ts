import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { type DelegationsContext, delegationsContext } from './context.ts';
import { CisMembershipSchema, CountrySchema } from './country/country.entity.ts';
import { CountryResolver } from './country/country.resolver.ts';
import { CountryType } from './country/country.types.ts';
import { DelegationSchema, QuotaSchema } from './delegation/delegation.entity.ts';
import { DelegationResolver, EditionDelegationsResolver } from './delegation/delegation.resolver.ts';
import { DelegationType, EditionReference } from './delegation/delegation.types.ts';
import { CountriesAndDelegations } from './migrations/0001-countries-and-delegations.ts';
import { NominationSchema } from './nomination/nomination.entity.ts';
import { NominationResolver } from './nomination/nomination.resolver.ts';
import { PersonReference } from './nomination/nomination.types.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { releaseKept } from './privacy/release-kept.ts';
import { settleNominations } from './privacy/settle-nominations.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';

/** Countries, and the delegations they send. */
export const delegations = defineService<DelegationsContext>({
  name: 'delegations',
  entities: [...journalEntities, CountrySchema, CisMembershipSchema, DelegationSchema, QuotaSchema, NominationSchema],
  migrations: [CountriesAndDelegations, ErasedPeople],
  resolvers: [
    CountryResolver,
    DelegationResolver,
    EditionDelegationsResolver,
    NominationResolver,
    personalRecordsResolver('delegations', PersonReference, personalTables),
  ],
  references: {
    Country: byLoader(
      'code',
      ({ loaders }) => loaders.countryByCode,
      ({ key }) => new CountryType(key),
    ),
    Delegation: byLoader(
      'id',
      ({ loaders }) => loaders.delegationById,
      (row) => new DelegationType(row),
    ),
    Person: byReference('id', (id) => new PersonReference(id)),
    ForumEdition: byReference('id', (id) => new EditionReference(id)),
  },
  contextOf: delegationsContext,
  upkeep: [releaseKept],
  handlers: {
    ErasureRequested: eraseWhenAsked({ service: 'delegations', tables: personalTables, settle: settleNominations }),
  },
  seedReference,
  seedDemo,
});
