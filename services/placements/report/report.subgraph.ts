import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { AmendReportResolver } from './amend/amend-report.resolver.ts';
import { DecideReportResolver } from './decide/decide-report.resolver.ts';
import { FileIncidentResolver } from './incident/file-incident.resolver.ts';
import { reminderUpkeep } from './notice/remind.ts';
import { DutyReportAmendmentSchema, DutyReportSchema } from './report.entity.ts';
import { DeploymentReportsResolver, DutyReportResolver, DutyReportsResolver } from './report.resolver.ts';
import { DutyReportType } from './report.types.ts';
import { WriteReportResolver } from './write/write-report.resolver.ts';

/** What volunteers and hosts report of service abroad. */
export const reportPart: ServicePart<PlacementsContext> = {
  entities: [DutyReportSchema, DutyReportAmendmentSchema],
  resolvers: [
    DutyReportsResolver,
    DutyReportResolver,
    DeploymentReportsResolver,
    WriteReportResolver,
    DecideReportResolver,
    AmendReportResolver,
    FileIncidentResolver,
  ],
  references: {
    DutyReport: byLoader(
      'id',
      ({ loaders }) => loaders.reportById,
      (row, { viewer, now }) => DutyReportType.seenBy(viewer, row, now()),
    ),
  },
  upkeep: [reminderUpkeep],
};
