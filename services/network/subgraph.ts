import { byLoader, byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { CallCentreSchema } from './call-centre/call-centre.entity.ts';
import { CallCentreResolver } from './call-centre/call-centre.resolver.ts';
import { type NetworkContext, networkContext } from './context.ts';
import { FrontOfficeSchema } from './front-office/front-office.entity.ts';
import { FrontOfficeResolver } from './front-office/front-office.resolver.ts';
import { FrontOfficeType } from './front-office/front-office.types.ts';
import { FigureDefinitionSchema } from './impact-figure/definition/figure-definition.entity.ts';
import { FigureDefinitionResolver } from './impact-figure/definition/figure-definition.resolver.ts';
import { ImpactFigureSchema } from './impact-figure/impact-figure.entity.ts';
import { ImpactFigureResolver } from './impact-figure/impact-figure.resolver.ts';
import { ImpactFigureType } from './impact-figure/impact-figure.types.ts';
import { figuresCsv } from './impact-figure/publication/figures-csv.ts';
import { figuresFeed } from './impact-figure/publication/figures-feed.ts';
import { RecordImpactFigureResolver } from './impact-figure/record-impact-figure.resolver.ts';
import { InternationalYearSchema } from './international-year/international-year.entity.ts';
import {
  CountryCoSponsorshipResolver,
  InternationalYearResolver,
} from './international-year/international-year.resolver.ts';
import { CountryReference } from './international-year/international-year.types.ts';
import { InternationalYears } from './migrations/0001-international-year.ts';
import { FrontOffices } from './migrations/0002-front-offices.ts';
import { ImpactFigures } from './migrations/0003-impact-figures.ts';
import { Segments } from './migrations/0004-segments.ts';
import { decisionNotices } from './notice/decision-notices.ts';
import { PersonReference } from './privacy/person-reference.types.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { settleVolunteer } from './privacy/settle-volunteer.ts';
import { RegionSchema } from './region/region.entity.ts';
import { RegionResolver } from './region/region.resolver.ts';
import { registerEntities, registerMigrations, registerReferences, registerResolvers } from './registers.subgraph.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
import { SegmentDefinitionSchema } from './segment/segment-definition.entity.ts';
import { SegmentDefinitionResolver } from './segment/segment-definition.resolver.ts';
import { SegmentDefinitionType } from './segment/segment-definition.types.ts';

/** The national volunteers' network, and the international year it grew into. */
export const network = defineService<NetworkContext>({
  name: 'network',
  entities: [
    ...journalEntities,
    InternationalYearSchema,
    RegionSchema,
    FrontOfficeSchema,
    CallCentreSchema,
    FigureDefinitionSchema,
    ImpactFigureSchema,
    SegmentDefinitionSchema,
    ...registerEntities,
  ],
  migrations: [InternationalYears, ErasedPeople, FrontOffices, ImpactFigures, Segments, ...registerMigrations],
  resolvers: [
    InternationalYearResolver,
    CountryCoSponsorshipResolver,
    RegionResolver,
    FrontOfficeResolver,
    CallCentreResolver,
    ImpactFigureResolver,
    RecordImpactFigureResolver,
    FigureDefinitionResolver,
    SegmentDefinitionResolver,
    ...registerResolvers,
    personalRecordsResolver('network', PersonReference, personalTables),
  ],
  stubs: [PersonReference],
  references: {
    FrontOffice: byLoader(
      'id',
      ({ loaders }) => loaders.frontOfficeById,
      (row) => new FrontOfficeType(row),
    ),
    ImpactFigure: byLoader(
      'id',
      ({ loaders }) => loaders.impactFigureById,
      (row) => new ImpactFigureType(row),
    ),
    SegmentDefinition: byLoader(
      'id',
      ({ loaders }) => loaders.segmentDefinitionById,
      (row) => new SegmentDefinitionType(row),
    ),
    ...registerReferences,
    Country: byReference('code', (code) => new CountryReference(code)),
    Person: byReference('id', (id) => new PersonReference(id)),
  },
  contextOf: networkContext,
  handlers: {
    ErasureRequested: eraseWhenAsked({ service: 'network', tables: personalTables, settle: settleVolunteer }),
    ...decisionNotices,
  },
  files: { figures: figuresCsv, feed: figuresFeed },
  seedReference,
  seedDemo,
});
