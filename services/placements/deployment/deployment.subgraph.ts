import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { DeploymentSchema } from './deployment.entity.ts';
import { DeploymentResolver, PersonDeploymentsResolver, readsDeployment } from './deployment.resolver.ts';
import { DeploymentType } from './deployment.types.ts';
import { DoneItemSchema } from './ending/completion-item.entity.ts';
import { EndingResolver } from './ending/desk/ending.resolver.ts';
import { ExtensionResolver } from './extension/extension.resolver.ts';
import { InsuranceResolver } from './insurance/insurance.resolver.ts';
import { InsuranceCoverSchema } from './insurance/insurance-cover.entity.ts';
import { insuranceUpkeep } from './insurance/insurance-upkeep.ts';
import { DeploymentLeaveSchema } from './leave/leave.entity.ts';
import { LeaveResolver } from './leave/leave.resolver.ts';
import {
  DeploymentAlertResolver,
  DeploymentListResolver,
  HostDeploymentsResolver,
} from './list/deployment-list.resolver.ts';
import { deploymentNotices } from './notice/deployment-notices.ts';
import { readinessUpkeep } from './readiness/readiness-upkeep.ts';
import { DeploymentStepsResolver } from './step/deployment-steps.resolver.ts';
import { TravelResolver } from './travel/travel.resolver.ts';

/** Service abroad, from getting ready for it to its end. */
export const deploymentPart: ServicePart<PlacementsContext> = {
  entities: [DeploymentSchema, DeploymentLeaveSchema, InsuranceCoverSchema, DoneItemSchema],
  resolvers: [
    DeploymentResolver,
    PersonDeploymentsResolver,
    DeploymentListResolver,
    DeploymentAlertResolver,
    HostDeploymentsResolver,
    TravelResolver,
    DeploymentStepsResolver,
    LeaveResolver,
    InsuranceResolver,
    ExtensionResolver,
    EndingResolver,
  ],
  references: {
    Deployment: byLoader(
      'id',
      ({ loaders }) => loaders.deploymentById,
      (row, { viewer }) => (readsDeployment(viewer, row) ? new DeploymentType(row) : null),
    ),
  },
  handlers: deploymentNotices,
  upkeep: [insuranceUpkeep, readinessUpkeep],
};
