import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { PlacementsContext } from '../context.ts';
import { stepsFrom } from '../form/step.rules.ts';
import { hostSightOf, seesHost } from '../host-organisation/host-organisation.rules.ts';
import { HostOrganisationType } from '../host-organisation/host-organisation.types.ts';
import { CountryReference, ProgrammeType } from '../programme/programme.types.ts';
import { actorsOnOpening, OpeningStatus, openingTransitions } from './opening.rules.ts';
import { OpeningConnection, OpeningPositionsType, OpeningType, openingKey } from './opening.types.ts';

@Resolver(() => OpeningType)
export class OpeningResolver {
  @Allow(anyone)
  @Query(() => OpeningType, {
    nullable: true,
    description:
      'An opening by ID. Null where there is none. One that is not published yet is there for those who run placements and the officers of its host.',
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

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'What it is about, in several paragraphs. Null where nothing is written yet.',
  })
  description(
    @Root() { description }: OpeningType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: PlacementsContext,
  ): LocalizedText | null {
    return LocalizedText.of(description, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'What volunteers do there, from day to day; a line for each task. Null where nothing is written.',
  })
  tasks(
    @Root() { tasks }: OpeningType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: PlacementsContext,
  ): LocalizedText | null {
    return LocalizedText.of(tasks, locale ?? context.locale);
  }

  @FieldResolver(() => OpeningPositionsType, { description: 'Its positions, and who has taken them.' })
  async positions(@Root() { id }: OpeningType, @Ctx() { loaders }: PlacementsContext): Promise<OpeningPositionsType> {
    const row = await loaders.positionsByOpening.load(id);
    if (!row) throw new Error(`opening ${id} has no positions`);
    return new OpeningPositionsType(row);
  }

  @FieldResolver(() => [OpeningStatus], {
    description:
      'Where the viewer may take it from here: an officer of its host, or those who run placements. Empty for others.',
  })
  allowedTransitions(
    @Root() { state, hostOrganisationId }: OpeningType,
    @Ctx() { viewer }: PlacementsContext,
  ): OpeningStatus[] {
    return stepsFrom(openingTransitions, state, actorsOnOpening(viewer, hostOrganisationId));
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
      'Openings in the country that were published and are not decided yet, the earliest application deadline first; `openings` finds the others by `statuses`. Null while the placements service is out of reach.',
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

@Resolver(() => HostOrganisationType)
export class HostOpeningsResolver {
  @FieldResolver(() => OpeningConnection, {
    description:
      'Its openings, the earliest application deadline first. Those that are not published yet are there for its officers and those who run placements.',
  })
  async openings(
    @Root() { id }: HostOrganisationType,
    @Arg('statuses', () => [OpeningStatus], { nullable: true, description: 'Only those in one of these states.' })
    statuses: OpeningStatus[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ) {
    const filter = { published: !seesHost(hostSightOf(viewer), id), statuses };
    const cut = await loaders.openingsByHost.load({ owner: id, filter, page: pageOf(page, 2) });
    return OpeningConnection.of(cut, openingKey, (row) => new OpeningType(row));
  }
}
