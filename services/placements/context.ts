import type { ServiceContext } from '../shared/service.ts';
import { type ApplicationLoaders, applicationLoaders } from './application/application.loaders.ts';
import {
  type ApplicationDetailsLoaders,
  applicationDetailsLoaders,
} from './application/details/application-details.loaders.ts';
import { type DeploymentLoaders, deploymentLoaders } from './deployment/deployment.loaders.ts';
import {
  type HostOrganisationLoaders,
  hostOrganisationLoaders,
} from './host-organisation/host-organisation.loaders.ts';
import { type OpeningLoaders, openingLoaders } from './opening/opening.loaders.ts';
import { type OpeningSearchLoaders, openingSearchLoaders } from './opening/search/opening-search.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './programme/programme.loaders.ts';

export interface PlacementsContext extends ServiceContext {
  readonly loaders: ProgrammeLoaders &
    HostOrganisationLoaders &
    OpeningLoaders &
    OpeningSearchLoaders &
    ApplicationLoaders &
    ApplicationDetailsLoaders &
    DeploymentLoaders;
}

export function placementsContext(base: ServiceContext): PlacementsContext {
  const { read } = base;
  return Object.assign(base, {
    loaders: {
      ...programmeLoaders(read),
      ...hostOrganisationLoaders(read),
      ...openingLoaders(read),
      ...openingSearchLoaders(read),
      ...applicationLoaders(read),
      ...applicationDetailsLoaders(read),
      ...deploymentLoaders(read),
    },
  });
}
