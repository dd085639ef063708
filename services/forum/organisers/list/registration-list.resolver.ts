import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import { say } from '../messages.ts';
import { organisersOf } from '../organisers.rules.ts';
import { checkSearch, type FilterValues, LEAST_LETTERS, SEARCH_LENGTH, valuesOf } from './registration-filter.rules.ts';
import { filterOf, RegistrationFilterInput } from './registration-filter.types.ts';
import { EditionRegistrationConnection, listKey, RegistrationTotals } from './registration-list.types.ts';

@Resolver(() => EditionType)
export class RegistrationListResolver {
  @Allow<EditionType>(organisersOf(({ of }) => of.id))
  @FieldResolver(() => EditionRegistrationConnection, {
    nullable: true,
    description: 'Who is registered or was, the newest first. Null for whoever may not see it.',
  })
  async registrations(
    @Root() { id }: EditionType,
    @Arg('filter', () => RegistrationFilterInput, { nullable: true }) input: RegistrationFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, locale }: ForumContext,
  ) {
    const filter = valuesIn(input, locale);
    const cut = await loaders.registrationsOfEdition.load({ owner: id, page: pageOf(page, 2), filter });
    return EditionRegistrationConnection.counted(
      cut,
      listKey,
      (row) => new RegistrationType(row),
      () => loaders.registrationCountOfEdition.load({ owner: id, filter }),
    );
  }

  @Allow<EditionType>(organisersOf(({ of }) => of.id))
  @FieldResolver(() => RegistrationTotals, {
    nullable: true,
    description: 'How many are registered, by status, category and citizenship. Null for whoever may not see it.',
  })
  async registrationTotals(@Root() { id }: EditionType, @Ctx() { loaders }: ForumContext): Promise<RegistrationTotals> {
    return new RegistrationTotals(await loaders.registrationTotalsByEdition.load(id));
  }
}

/** Throws `BAD_USER_INPUT` for a search that makes no sense. */
function valuesIn(input: RegistrationFilterInput | null, locale: string): FilterValues {
  const filter = filterOf(input);
  const problem = checkSearch(filter.search);
  if (problem === null) return valuesOf(filter);
  const message =
    problem === 'search-too-long'
      ? say('TOO_LONG', locale, { maximum: SEARCH_LENGTH })
      : say('SEARCH_TOO_SHORT', locale, { minimum: LEAST_LETTERS });
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', problem } });
}
