import { byReference } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { eraseWhenAsked } from '../shared/privacy/erase-when-asked.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { joinParts } from '../shared/service-part.ts';
import { applicationPart } from './application/application.subgraph.ts';
import { assessmentPart } from './assessment/assessment.subgraph.ts';
import { certificatePart } from './certificate/certificate.subgraph.ts';
import { clearancePart } from './clearance/clearance.subgraph.ts';
import { type PlacementsContext, placementsContext } from './context.ts';
import { deploymentPart } from './deployment/deployment.subgraph.ts';
import { hostOrganisationPart } from './host-organisation/host-organisation.subgraph.ts';
import { Programmes } from './migrations/0001-programmes.ts';
import { Openings } from './migrations/0002-openings.ts';
import { Placements } from './migrations/0003-placements.ts';
import { OpeningsWritten } from './migrations/0004-openings-written.ts';
import { Applications } from './migrations/0005-applications.ts';
import { Selection } from './migrations/0006-selection.ts';
import { ServiceAbroad } from './migrations/0007-service.ts';
import { Reports } from './migrations/0008-reports.ts';
import { Partners } from './migrations/0009-partners.ts';
import { Certificates } from './migrations/0010-certificates.ts';
import { PlacementsJoined } from './migrations/0011-placements-joined.ts';
import { TasksSearched } from './migrations/0012-tasks-searched.ts';
import { EntryOnDuty } from './migrations/0013-entry-on-duty.ts';
import { offerPart } from './offer/offer.subgraph.ts';
import { openingPart } from './opening/opening.subgraph.ts';
import { partnerPart } from './partner/partner.subgraph.ts';
import { PersonReference } from './privacy/person-reference.types.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { settleErased } from './privacy/settle-erased.ts';
import { programmePart } from './programme/programme.subgraph.ts';
import { reportPart } from './report/report.subgraph.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
import { selectionPart } from './selection/selection.subgraph.ts';

const parts = joinParts<PlacementsContext>(
  programmePart,
  hostOrganisationPart,
  openingPart,
  applicationPart,
  selectionPart,
  assessmentPart,
  clearancePart,
  offerPart,
  deploymentPart,
  certificatePart,
  reportPart,
  partnerPart,
  {
    resolvers: [personalRecordsResolver('placements', PersonReference, personalTables)],
    references: { Person: byReference('id', (id) => new PersonReference(id)) },
    handlers: {
      ErasureRequested: eraseWhenAsked({ service: 'placements', tables: personalTables, settle: settleErased }),
    },
  },
);

/** Programmes that send volunteers abroad, hosts that receive them, openings they are sought for, and their service. */
export const placements = defineService<PlacementsContext>({
  name: 'placements',
  ...parts,
  entities: [...journalEntities, ...parts.entities],
  stubs: [PersonReference],
  migrations: [
    Programmes,
    Openings,
    ErasedPeople,
    Placements,
    OpeningsWritten,
    Applications,
    Selection,
    ServiceAbroad,
    Reports,
    Partners,
    Certificates,
    PlacementsJoined,
    TasksSearched,
    EntryOnDuty,
  ],
  contextOf: placementsContext,
  seedReference,
  seedDemo,
});
