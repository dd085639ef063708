import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { PlacementsContext } from '../../context.ts';
import { CountryReference } from '../../programme/programme.types.ts';
import { askedYear } from '../asked-year.ts';
import { PlacementStatisticsType } from './statistics.types.ts';

@Resolver(() => CountryReference)
export class CountryStatisticsResolver {
  @FieldResolver(() => PlacementStatisticsType, {
    nullable: true,
    description:
      'What the placements of a year in the country come to; zeros where there were none. Null while the placements service is out of reach.',
  })
  async placementStatistics(
    @Root() { code }: CountryReference,
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders, now }: PlacementsContext,
  ): Promise<PlacementStatisticsType | null> {
    const row = await loaders.statisticsByCountryAndYear.load(`${code}/${askedYear(year)}`);
    return row && new PlacementStatisticsType(row, year, now());
  }
}
