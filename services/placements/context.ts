import type { ServiceContext } from '../shared/service.ts';
import { type ApplicationLoaders, applicationLoaders } from './application/application.loaders.ts';
import { type AlertLoaders, alertLoaders } from './deployment/alert/alert.loaders.ts';
import { type DeploymentLoaders, deploymentLoaders } from './deployment/deployment.loaders.ts';
import { type EndingLoaders, endingLoaders } from './deployment/ending/ending.loaders.ts';
import { type InsuranceLoaders, insuranceLoaders } from './deployment/insurance/insurance.loaders.ts';
import { type LeaveLoaders, leaveLoaders } from './deployment/leave/leave.loaders.ts';
import { type DeploymentListLoaders, deploymentListLoaders } from './deployment/list/deployment-list.loaders.ts';
import {
  type HostOrganisationLoaders,
  hostOrganisationLoaders,
} from './host-organisation/host-organisation.loaders.ts';
import { type OpeningLoaders, openingLoaders } from './opening/opening.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './programme/programme.loaders.ts';

export interface PlacementsContext extends ServiceContext {
  readonly loaders: ProgrammeLoaders &
    HostOrganisationLoaders &
    OpeningLoaders &
    ApplicationLoaders &
    DeploymentLoaders &
    DeploymentListLoaders &
    AlertLoaders &
    LeaveLoaders &
    InsuranceLoaders &
    EndingLoaders;
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
      ...deploymentListLoaders(read),
      ...alertLoaders(read),
      ...leaveLoaders(read),
      ...insuranceLoaders(read),
      ...endingLoaders(read),
    },
  });
}
