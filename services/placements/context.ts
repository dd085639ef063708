import type { ServiceContext } from '../shared/service.ts';
import {
  type HostOrganisationLoaders,
  hostOrganisationLoaders,
} from './host-organisation/host-organisation.loaders.ts';
import { type OpeningLoaders, openingLoaders } from './opening/opening.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './programme/programme.loaders.ts';

export interface PlacementsContext extends ServiceContext {
  readonly loaders: HostOrganisationLoaders & OpeningLoaders & ProgrammeLoaders;
}

export function placementsContext(base: ServiceContext): PlacementsContext {
  return Object.assign(base, {
    loaders: { ...hostOrganisationLoaders(base.read), ...openingLoaders(base.read), ...programmeLoaders(base.read) },
  });
}
