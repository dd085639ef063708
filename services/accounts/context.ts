import type { ServiceContext } from '../shared/service.ts';
import { type RoleGrantLoaders, roleGrantLoaders } from './access/role-grant.loaders.ts';
import { type ApiClientLoaders, apiClientLoaders } from './api-client/api-client.loaders.ts';
import { type IdentityDocumentLoaders, identityDocumentLoaders } from './document/identity-document.loaders.ts';
import { type PersonLoaders, personLoaders } from './person/person.loaders.ts';
import { type AgeSegmentLoaders, ageSegmentLoaders } from './person/segment/age-segment.loaders.ts';
import { type DataExportLoaders, dataExportLoaders } from './privacy/data-export/data-export.loaders.ts';
import { type ErasureLoaders, erasureLoaders } from './privacy/erasure/erasure.loaders.ts';

export interface AccountsContext extends ServiceContext {
  readonly loaders: AgeSegmentLoaders &
    ApiClientLoaders &
    PersonLoaders &
    RoleGrantLoaders &
    DataExportLoaders &
    ErasureLoaders &
    IdentityDocumentLoaders;
}

export function accountsContext(base: ServiceContext): AccountsContext {
  return Object.assign(base, {
    loaders: {
      ...ageSegmentLoaders(base.read),
      ...apiClientLoaders(base.read),
      ...personLoaders(base.read),
      ...roleGrantLoaders(base.read),
      ...dataExportLoaders(base.read),
      ...erasureLoaders(base.read),
      ...identityDocumentLoaders(base.read),
    },
  });
}
