import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { CountryCode, LocalDate, Locale } from '../../shared/graph/scalars.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationConnection, DelegationType, delegationKeyInCountry } from '../delegation/delegation.types.ts';
import { membershipOn } from './country.rules.ts';
import { CisMembership, CountryType } from './country.types.ts';
import { countryName } from './country-name.rules.ts';

@Resolver(() => CountryType)
export class CountryResolver {
  @Allow(anyone)
  @Query(() => CountryType, { nullable: true, description: 'A country by ISO 3166-1 alpha-2 code.' })
  async country(
    @Arg('code', () => CountryCode) code: string,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<CountryType | null> {
    return (await loaders.countryByCode.load(code)) && new CountryType(code);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name in the asked language. Source: Unicode CLDR.' })
  name(
    @Root() { code }: CountryType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: DelegationsContext,
  ): string {
    return countryName(code, locale ?? context.locale);
  }

  @FieldResolver(() => CisMembership, {
    nullable: true,
    description: 'Membership of the Commonwealth on a day; today in UTC when absent. Null for other countries.',
  })
  async cisMembership(
    @Root() { code }: CountryType,
    @Arg('on', () => LocalDate, { nullable: true }) on: string | null,
    @Ctx() { loaders, now }: DelegationsContext,
  ): Promise<CisMembership | null> {
    const row = membershipOn(await loaders.membershipsByCountry.load(code), on ?? now().toISOString().slice(0, 10));
    return row && new CisMembership(row);
  }

  @FieldResolver(() => DelegationConnection, { description: 'Its delegations, by edition.' })
  async delegations(
    @Root() { code }: CountryType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const cut = await loaders.delegationsByCountry.load({ owner: code, page: pageOf(page, 1) });
    return DelegationConnection.of(cut, delegationKeyInCountry, (row) => new DelegationType(row));
  }
}
