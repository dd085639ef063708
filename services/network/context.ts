import type { ServiceContext } from '../shared/service.ts';
import {
  type InternationalYearLoaders,
  internationalYearLoaders,
} from './international-year/international-year.loaders.ts';

export interface NetworkContext extends ServiceContext {
  readonly loaders: InternationalYearLoaders;
}

export function networkContext(base: ServiceContext): NetworkContext {
  return Object.assign(base, { loaders: internationalYearLoaders(base.read) });
}
