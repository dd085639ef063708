import { byLoader } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { defineService } from '../shared/service.ts';
import { type AccountsContext, accountsContext } from './context.ts';
import { People } from './migrations/0001-people.ts';
import { noteHeadOfDelegation } from './person/note-public-function.ts';
import { PersonSchema, PublicFunctionSchema } from './person/person.entity.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { PersonType } from './person/person.types.ts';
import { seedDemo } from './seed/demo.ts';

/** People, and how they sign in. */
export const accounts = defineService<AccountsContext>({
  name: 'accounts',
  entities: [...journalEntities, PersonSchema, PublicFunctionSchema],
  migrations: [People],
  resolvers: [PersonResolver],
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
