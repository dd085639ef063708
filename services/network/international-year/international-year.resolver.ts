import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { NetworkContext } from '../context.ts';
import { CountryReference, InternationalYearType } from './international-year.types.ts';

@Resolver(() => InternationalYearType)
export class InternationalYearResolver {
  @Allow(anyone)
  @Query(() => InternationalYearType, {
    nullable: true,
    description: 'The international year of volunteers in a year. Null where there is none.',
  })
  async internationalYear(
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<InternationalYearType | null> {
    const row = await loaders.internationalYearByYear.load(String(year));
    return row && new InternationalYearType(row);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no title is written yet.' })
  title(
    @Root() { title }: InternationalYearType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(title, locale ?? context.locale);
  }

  @FieldResolver(() => [CountryReference], { description: 'The co-sponsors that sources name, by code.' })
  knownCoSponsors(@Root() { knownCoSponsors }: InternationalYearType): CountryReference[] {
    return knownCoSponsors.map((code) => new CountryReference(code));
  }
}

@Resolver(() => CountryReference)
export class CountryCoSponsorshipResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'True where a source names it as co-sponsor of the year; null where none does. Never false.',
  })
  async coSponsoredInternationalYear(
    @Root() { code }: CountryReference,
    @Arg('year', () => Int, { defaultValue: 2026 }) year: number,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<true | null> {
    const years = await loaders.coSponsoredYearsByCountry.load(code);
    return years.some((row) => row.year === year) ? true : null;
  }
}
