import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
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
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';

/** Countries, and the delegations they send. */
export const delegations = defineService<DelegationsContext>({
  name: 'delegations',
  entities: [...journalEntities, CountrySchema, CisMembershipSchema, DelegationSchema, QuotaSchema, NominationSchema],
  migrations: [CountriesAndDelegations],
  resolvers: [CountryResolver, DelegationResolver, EditionDelegationsResolver, NominationResolver],
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
    ForumEdition: byReference('id', (id) => new EditionReference(id)),
  },
  contextOf: delegationsContext,
  handlers: {},
  seedReference,
  seedDemo,
});
