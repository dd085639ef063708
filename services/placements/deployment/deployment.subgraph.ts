import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { DeploymentSchema } from './deployment.entity.ts';
import { DeploymentResolver, PersonDeploymentsResolver, readsDeployment } from './deployment.resolver.ts';
import { DeploymentType } from './deployment.types.ts';

/** Service abroad, from getting ready for it to its end. */
export const deploymentPart: ServicePart<PlacementsContext> = {
  entities: [DeploymentSchema],
  resolvers: [DeploymentResolver, PersonDeploymentsResolver],
  references: {
    Deployment: byLoader(
      'id',
      ({ loaders }) => loaders.deploymentById,
      (row, { viewer }) => (readsDeployment(viewer, row) ? new DeploymentType(row) : null),
    ),
  },
};
