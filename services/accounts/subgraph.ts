import { byLoader } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { defineService } from '../shared/service.ts';
import { RoleGrantSchema } from './access/role-grant.entity.ts';
import { PersonGrantsResolver, RoleGrantResolver } from './access/role-grant.resolver.ts';
import { SignInAddressSchema } from './address/sign-in-address.entity.ts';
import { ApiClientSchema } from './api-client/api-client.entity.ts';
import { ApiClientResolver } from './api-client/api-client.resolver.ts';
import { type AccountsContext, accountsContext } from './context.ts';
import { People } from './migrations/0001-people.ts';
import { Access } from './migrations/0003-access.ts';
import { noteHeadOfDelegation } from './person/note-public-function.ts';
import { PersonSchema, PublicFunctionSchema } from './person/person.entity.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { PersonType } from './person/person.types.ts';
import { seedDemo } from './seed/demo.ts';

/** People, and how they sign in. */
export const accounts = defineService<AccountsContext>({
  name: 'accounts',
  entities: [
    ...journalEntities,
    PersonSchema,
    PublicFunctionSchema,
    SignInAddressSchema,
    RoleGrantSchema,
    ApiClientSchema,
  ],
  migrations: [People, Access],
  resolvers: [PersonResolver, PersonGrantsResolver, RoleGrantResolver, ApiClientResolver],
  references: {
    Person: byLoader(
      'id',
      ({ loaders }) => loaders.personById,
      (row) => new PersonType(row),
    ),
  },
  contextOf: accountsContext,
  handlers: { HeadOfDelegationNamed: noteHeadOfDelegation },
  seedReference: async () => {},
  seedDemo,
});
