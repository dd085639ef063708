import { byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { defineService } from '../shared/service.ts';
import { type NetworkContext, networkContext } from './context.ts';
import { InternationalYearSchema } from './international-year/international-year.entity.ts';
import {
  CountryCoSponsorshipResolver,
  InternationalYearResolver,
} from './international-year/international-year.resolver.ts';
import { CountryReference } from './international-year/international-year.types.ts';
import { InternationalYears } from './migrations/0001-international-year.ts';
import { seedReference } from './seed/reference.ts';

/** The national volunteers' network, and the international year it grew into. */
export const network = defineService<NetworkContext>({
  name: 'network',
  entities: [...journalEntities, InternationalYearSchema],
  migrations: [InternationalYears],
  resolvers: [InternationalYearResolver, CountryCoSponsorshipResolver],
  references: { Country: byReference('code', (code) => new CountryReference(code)) },
  contextOf: networkContext,
  handlers: {},
  seedReference,
  seedDemo: async () => {},
});
