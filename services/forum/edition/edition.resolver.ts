import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { AvailabilityType } from '../availability/availability.types.ts';
import type { ForumContext } from '../context.ts';
import { activeKey } from '../registration/registration.loaders.ts';
import { admit, ParticipantCategory } from '../registration/registration.rules.ts';
import { SessionConnection, SessionType, sessionKey } from '../session/session.types.ts';
import { CountryReference, EditionType, editionKey, ForumEditionConnection } from './edition.types.ts';

@Resolver(() => EditionType)
export class EditionResolver {
  @Allow(anyone)
  @Query(() => EditionType, { nullable: true, description: 'The edition of a year. Null where there is none.' })
  async forumEdition(
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders }: ForumContext,
  ): Promise<EditionType | null> {
    const row = await loaders.editionByYear.load(String(year));
    return row && new EditionType(row);
  }

  @Allow(anyone)
  @Query(() => ForumEditionConnection, { description: 'All editions, the earliest first.' })
  async forumEditions(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: ForumContext) {
    const cut = await loaders.editions.load({ owner: '', page: pageOf(page, 2) });
    return ForumEditionConnection.of(cut, editionKey, (row) => new EditionType(row));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no title is written yet.' })
  title(
    @Root() { title }: EditionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(title, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Host city. Null until announced.' })
  city(
    @Root() { city }: EditionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(city, locale ?? context.locale);
  }

  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Host state. Null while the service that owns countries is out of reach.',
  })
  host(@Root() { hostCountry }: EditionType): CountryReference {
    return new CountryReference(hostCountry);
  }

  @FieldResolver(() => AvailabilityType, { nullable: true, description: 'Null until a capacity is set.' })
  async availability(@Root() { id }: EditionType, @Ctx() { loaders }: ForumContext): Promise<AvailabilityType | null> {
    const row = await loaders.availabilityById.load(id);
    return row && new AvailabilityType(row);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer could register as an open participant now, on a seat or in the queue: by the rules of `registerForForum`. False for whoever is not signed in.',
  })
  async viewerCanRegister(
    @Root() edition: EditionType,
    @Ctx() { loaders, viewer, now }: ForumContext,
  ): Promise<boolean> {
    const { personId } = viewer;
    if (personId === null) return false;
    const seats = await loaders.availabilityById.load(edition.id);
    if (!seats || (await loaders.activeRegistration.load(activeKey(edition.id, personId)))) return false;
    const { status, registrationOpensAt: opensAt, registrationClosesAt: closesAt } = edition;
    const taken = { ...seats, waitlistLimit: seats.waitlist_limit };
    return 'status' in admit({ status, opensAt, closesAt }, ParticipantCategory.OPEN, taken, now());
  }

  @FieldResolver(() => SessionConnection, { description: 'The programme, in the order of time.' })
  async sessions(@Root() { id }: EditionType, @Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: ForumContext) {
    const cut = await loaders.sessionsByEdition.load({ owner: id, page: pageOf(page, 2) });
    return SessionConnection.of(cut, sessionKey, (row) => new SessionType(row));
  }
}
