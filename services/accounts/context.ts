import type { ServiceContext } from '../shared/service.ts';
import { type RoleGrantLoaders, roleGrantLoaders } from './access/role-grant.loaders.ts';
import { type ApiClientLoaders, apiClientLoaders } from './api-client/api-client.loaders.ts';
import { type PersonLoaders, personLoaders } from './person/person.loaders.ts';

export interface AccountsContext extends ServiceContext {
  readonly loaders: ApiClientLoaders & PersonLoaders & RoleGrantLoaders;
}

export function accountsContext(base: ServiceContext): AccountsContext {
  return Object.assign(base, {
    loaders: { ...apiClientLoaders(base.read), ...personLoaders(base.read), ...roleGrantLoaders(base.read) },
  });
}
