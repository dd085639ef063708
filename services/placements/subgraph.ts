import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { type PlacementsContext, placementsContext } from './context.ts';
import { HostOrganisationSchema } from './host-organisation/host-organisation.entity.ts';
import { HostOrganisationResolver } from './host-organisation/host-organisation.resolver.ts';
import { HostOrganisationType } from './host-organisation/host-organisation.types.ts';
import { Programmes } from './migrations/0001-programmes.ts';
import { Openings } from './migrations/0002-openings.ts';
import { OpeningSchema } from './opening/opening.entity.ts';
import { CountryOpeningsResolver, OpeningResolver } from './opening/opening.resolver.ts';
import { OpeningType } from './opening/opening.types.ts';
import { PersonReference } from './privacy/person-reference.types.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { ProgrammeSchema } from './programme/programme.entity.ts';
import { ProgrammeResolver } from './programme/programme.resolver.ts';
import { CountryReference, ProgrammeType } from './programme/programme.types.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';

/** Volunteers abroad: programmes that send them, hosts that receive them, openings they are sought for. */
export const placements = defineService<PlacementsContext>({
  name: 'placements',
  entities: [...journalEntities, ProgrammeSchema, HostOrganisationSchema, OpeningSchema],
  migrations: [Programmes, Openings, ErasedPeople],
  resolvers: [
    ProgrammeResolver,
    HostOrganisationResolver,
    OpeningResolver,
    CountryOpeningsResolver,
    personalRecordsResolver('placements', PersonReference, personalTables),
  ],
  stubs: [PersonReference],
  references: {
    Programme: byLoader(
      'id',
      ({ loaders }) => loaders.programmeById,
      (row) => new ProgrammeType(row),
    ),
    HostOrganisation: byLoader(
      'id',
      ({ loaders }) => loaders.hostOrganisationById,
      (row) => new HostOrganisationType(row),
    ),
    Opening: byLoader(
      'id',
      ({ loaders }) => loaders.openingById,
      (row) => new OpeningType(row),
    ),
    Person: byReference('id', (id) => new PersonReference(id)),
    Country: byReference('code', (code) => new CountryReference(code)),
  },
  contextOf: placementsContext,
  handlers: { ErasureRequested: eraseWhenAsked({ service: 'placements', tables: personalTables }) },
  seedReference,
  seedDemo,
});
