import type { ServiceContext } from '../shared/service.ts';
import { type PersonLoaders, personLoaders } from './person/person.loaders.ts';

export interface AccountsContext extends ServiceContext {
  readonly loaders: PersonLoaders;
}

export function accountsContext(base: ServiceContext): AccountsContext {
  return Object.assign(base, { loaders: personLoaders(base.read) });
}
