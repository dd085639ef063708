import type { ServiceContext } from '../shared/service.ts';
import { type ApplicationLoaders, applicationLoaders } from './application/application.loaders.ts';
import { type DeploymentLoaders, deploymentLoaders } from './deployment/deployment.loaders.ts';
import {
  type HostOrganisationLoaders,
  hostOrganisationLoaders,
} from './host-organisation/host-organisation.loaders.ts';
import { type OpeningLoaders, openingLoaders } from './opening/opening.loaders.ts';
import { type PartnerLoaders, partnerLoaders } from './partner/partner.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './programme/programme.loaders.ts';

export interface PlacementsContext extends ServiceContext {
  readonly loaders: ProgrammeLoaders &
    HostOrganisationLoaders &
    OpeningLoaders &
    ApplicationLoaders &
    DeploymentLoaders &
    PartnerLoaders;
}

export function placementsContext(base: ServiceContext): PlacementsContext {
  const { read } = base;
  return Object.assign(base, {
    loaders: {
      ...programmeLoaders(read),
      ...hostOrganisationLoaders(read),
      ...openingLoaders(read),
      ...applicationLoaders(read),
      ...deploymentLoaders(read),
      ...partnerLoaders(read),
    },
  });
}
