import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { PlacementsContext } from '../context.ts';
import { HostOrganisationType } from '../host-organisation/host-organisation.types.ts';
import { CountryReference, ProgrammeType } from '../programme/programme.types.ts';
import { OpeningConnection, OpeningType, openingKey } from './opening.types.ts';

@Resolver(() => OpeningType)
export class OpeningResolver {
  @Allow(anyone)
  @Query(() => OpeningType, {
    nullable: true,
    description: 'An opening by ID. Null where there is none or it is not published yet.',
  })
  async opening(@Arg('id', () => ID) id: string, @Ctx() { loaders }: PlacementsContext): Promise<OpeningType | null> {
    const row = await loaders.openingById.load(id);
    return row && new OpeningType(row);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no title is written yet.' })
  title(
    @Root() { title }: OpeningType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: PlacementsContext,
  ): LocalizedText | null {
    return LocalizedText.of(title, locale ?? context.locale);
  }

  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Where its volunteers serve. Null while the service that owns countries is out of reach.',
  })
  country(@Root() { countryCode }: OpeningType): CountryReference {
    return new CountryReference(countryCode);
  }

  @FieldResolver(() => HostOrganisationType, {
    nullable: true,
    description: 'With whom its volunteers serve. Null while that organisation awaits accreditation.',
  })
  async hostOrganisation(
    @Root() { hostOrganisationId }: OpeningType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<HostOrganisationType | null> {
    const row = await loaders.hostOrganisationById.load(hostOrganisationId);
    return row && new HostOrganisationType(row);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: 'The programme that sends its volunteers.' })
  async programme(
    @Root() { programmeId }: OpeningType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<ProgrammeType | null> {
    const row = await loaders.programmeById.load(programmeId);
    return row && new ProgrammeType(row);
  }
}

@Resolver(() => CountryReference)
export class CountryOpeningsResolver {
  @FieldResolver(() => OpeningConnection, {
    nullable: true,
    description:
      'Openings in the country that were published, the earliest application deadline first. Null while the placements service is out of reach.',
  })
  async openings(
    @Root() { code }: CountryReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.openingsByCountry.load({ owner: code, page: pageOf(page, 2) });
    return OpeningConnection.counted(
      cut,
      openingKey,
      (row) => new OpeningType(row),
      () => loaders.openingCountByCountry.load({ owner: code }),
    );
  }
}
