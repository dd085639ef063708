import type { ServiceContext } from '../shared/service.ts';
import { type CountryLoaders, countryLoaders } from './country/country.loaders.ts';
import { type DelegationLoaders, delegationLoaders } from './delegation/delegation.loaders.ts';
import { type NominationLoaders, nominationLoaders } from './nomination/nomination.loaders.ts';

export interface DelegationsContext extends ServiceContext {
  readonly loaders: CountryLoaders & DelegationLoaders & NominationLoaders;
}

export function delegationsContext(base: ServiceContext): DelegationsContext {
  return Object.assign(base, {
    loaders: { ...countryLoaders(base.read), ...delegationLoaders(base.read), ...nominationLoaders(base.read) },
  });
}
