import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { foldWords } from '../../../shared/names/fold.rules.ts';
import type { AccountsContext } from '../../context.ts';
import { whoeverNeedsNames } from '../person.rules.ts';
import { PersonConnection, PersonType } from '../person.types.ts';
import { type FoundPerson, searchPeople } from './people-search.loaders.ts';

const SEARCH_LENGTH = 100;

@Resolver()
export class PeopleResolver {
  @Allow(whoeverNeedsNames)
  @Query(() => PersonConnection, {
    description: `People by the beginnings of their names, in any order, script and common spelling: \`Әбдіров\` and \`abdir\` find the same person. By name. At most ${SEARCH_LENGTH} characters; fewer than two letters find nobody.`,
  })
  async people(
    @Arg('search', () => String) search: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: AccountsContext,
  ): Promise<PersonConnection> {
    if (search.length > SEARCH_LENGTH) {
      throw new GraphQLError(`Search with at most ${SEARCH_LENGTH} characters.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const asked = pageOf(page, 2);
    const words = (search.match(/\p{L}/gu) ?? []).length < 2 ? [] : foldWords(search);
    return PersonConnection.of(await searchPeople(read, words, asked), keyOf, (row) => new PersonType(row));
  }
}

function keyOf({ folded_name, key }: FoundPerson): [string, string] {
  return [folded_name, key];
}
