import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { anyone, holds } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { DateTime, Locale } from '../../shared/graph/scalars.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { AvailabilityType } from '../availability/availability.types.ts';
import type { ForumContext } from '../context.ts';
import { activeKey } from '../registration/registration.loaders.ts';
import { admit, ParticipantCategory } from '../registration/registration.rules.ts';
import { filterOf } from '../session/programme-filter.rules.ts';
import { ProgrammeArgs, SessionConnection, SessionType, sessionKey } from '../session/session.types.ts';
import { EditionStatus, editionTransitions } from './edition.rules.ts';
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
  @Query(() => ForumEditionConnection, {
    description: 'All editions, the earliest first. Drafts are there for administrators.',
  })
  async forumEditions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('status', () => EditionStatus, { nullable: true, description: 'Only those in this state.' })
    status: EditionStatus | null,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.editions.load({ owner: '', filter: { status }, page: pageOf(page, 2) });
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

  @FieldResolver(() => Int, { nullable: true, description: 'How many may wait. Null until a capacity is set.' })
  async waitlistLimit(@Root() { id }: EditionType, @Ctx() { loaders }: ForumContext): Promise<number | null> {
    const row = await loaders.availabilityById.load(id);
    return row?.waitlist_limit ?? null;
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
    const key = activeKey(edition.id, personId);
    const [seats, active, extension] = await Promise.all([
      loaders.availabilityById.load(edition.id),
      loaders.activeRegistration.load(key),
      loaders.deadlineExtension.load(key),
    ]);
    if (!seats || active) return false;
    const { status, registrationOpensAt: opensAt, registrationClosesAt: closesAt } = edition;
    const terms = { status, opensAt, closesAt, extendedUntil: extension?.until ?? null };
    const taken = { ...seats, waitlistLimit: seats.waitlist_limit };
    return 'status' in admit(terms, ParticipantCategory.OPEN, taken, now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'Until when the viewer alone may register and change their registration, beyond the deadlines of the edition. Null without an extension.',
  })
  async viewerExtendedUntil(
    @Root() { id }: EditionType,
    @Ctx() { loaders, viewer: { personId } }: ForumContext,
  ): Promise<Date | null> {
    if (personId === null) return null;
    const extension = await loaders.deadlineExtension.load(activeKey(id, personId));
    return extension?.until ?? null;
  }

  @FieldResolver(() => [EditionStatus], {
    description:
      'Where the viewer may take it from here, with `changeEditionStatus`. Empty for all but administrators.',
  })
  allowedTransitions(@Root() { id, status }: EditionType, @Ctx() { viewer }: ForumContext): EditionStatus[] {
    const isAdministrator = holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id });
    return isAdministrator ? transitionsFrom(editionTransitions, status, 'administrator') : [];
  }

  @FieldResolver(() => SessionConnection, {
    description: 'The programme as it was released last, in the order of time.',
  })
  async sessions(
    @Root() { id, timeZone }: EditionType,
    @Args(() => ProgrammeArgs) { floorLanguage, interpretationLanguage, day, room, ...page }: ProgrammeArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const filter = filterOf({ floorLanguage, interpretationLanguage, day, room }, timeZone);
    const cut = await loaders.sessionsByEdition.load({ owner: id, filter, page: pageOf(page, 2) });
    return SessionConnection.of(cut, sessionKey, (row) => new SessionType(row));
  }
}
