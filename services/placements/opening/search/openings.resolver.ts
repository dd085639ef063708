import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { anyone } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { PlacementsContext } from '../../context.ts';
import { UNDECIDED } from '../opening.rules.ts';
import { OpeningConnection, OpeningType, openingKey } from '../opening.types.ts';
import {
  type FilterProblem,
  filterProblem,
  plainLanguages,
  SEARCH_LENGTH,
  searchedWords,
} from './opening-filter.rules.ts';
import { OpeningFilter } from './openings.types.ts';

@Resolver()
export class OpeningsResolver {
  @Allow(anyone)
  @Query(() => OpeningConnection, {
    description:
      'Openings that were published and are not decided yet, or those of the states asked for, the earliest application deadline first. `BAD_USER_INPUT`, which says what to do, for a filter that makes no sense.',
  })
  async openings(
    @Arg('filter', () => OpeningFilter, { nullable: true }) asked: OpeningFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<OpeningConnection> {
    const filter = narrowing(asked ?? {});
    const cut = await loaders.openings.load({ owner: '', filter, page: pageOf(page, 2) });
    return OpeningConnection.counted(
      cut,
      openingKey,
      (row) => new OpeningType(row),
      () => loaders.openingCount.load({ owner: '', filter }),
    );
  }
}

const problems: Record<FilterProblem, string> = {
  'search-too-long': `Search with at most ${SEARCH_LENGTH} characters.`,
  'unknown-language': 'Give language tags, BCP 47, such as en, ru or kk.',
  'dates-crossed': 'startsFrom is after startsUntil: no day is between them. Exchange them.',
};

/** The filter as the statement takes it. Throws `BAD_USER_INPUT` for one that makes no sense. */
function narrowing(asked: OpeningFilter) {
  const problem = filterProblem(asked);
  if (problem) throw new GraphQLError(problems[problem], { extensions: { code: 'BAD_USER_INPUT', problem } });
  const { countries, sectors, statuses, languages, startsFrom, startsUntil, search } = asked;
  return {
    countries: countries?.map((code) => code.toUpperCase()),
    sectors,
    statuses: statuses ?? UNDECIDED,
    languages: languages == null ? null : plainLanguages(languages),
    startsFrom,
    startsUntil,
    search: search == null ? null : searchedWords(search),
  };
}
