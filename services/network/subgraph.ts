import { byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { type NetworkContext, networkContext } from './context.ts';
import { InternationalYearSchema } from './international-year/international-year.entity.ts';
import {
  CountryCoSponsorshipResolver,
  InternationalYearResolver,
} from './international-year/international-year.resolver.ts';
import { CountryReference } from './international-year/international-year.types.ts';
import { InternationalYears } from './migrations/0001-international-year.ts';
import { PersonReference } from './privacy/person-reference.types.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { seedReference } from './seed/reference.ts';

/** The national volunteers' network, and the international year it grew into. */
export const network = defineService<NetworkContext>({
  name: 'network',
  entities: [...journalEntities, InternationalYearSchema],
  migrations: [InternationalYears, ErasedPeople],
  resolvers: [
    InternationalYearResolver,
    CountryCoSponsorshipResolver,
    personalRecordsResolver('network', PersonReference, personalTables),
  ],
  stubs: [PersonReference],
  references: {
    Country: byReference('code', (code) => new CountryReference(code)),
    Person: byReference('id', (id) => new PersonReference(id)),
  },
  contextOf: networkContext,
  handlers: { ErasureRequested: eraseWhenAsked({ service: 'network', tables: personalTables }) },
  seedReference,
  seedDemo: async () => {},
});
