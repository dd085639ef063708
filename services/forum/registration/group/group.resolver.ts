import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { SeatOfferType } from '../../waiting-list/waiting-list.types.ts';
import { PersonReference, RegistrationConnection, RegistrationType } from '../registration.types.ts';
import { knowsMembers, maySeeGroup } from './group.rules.ts';
import { groupKey, RegistrationGroupConnection, RegistrationGroupType, WrittenNameType } from './group.types.ts';

@Resolver(() => RegistrationGroupType)
export class RegistrationGroupResolver {
  @Allow(signedIn)
  @Query(() => RegistrationGroupType, {
    nullable: true,
    description: 'A group by its ID. Null for whoever neither registered it, nor is in it, nor runs the edition.',
  })
  async registrationGroup(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<RegistrationGroupType | null> {
    const row = await loaders.groupById.load(id);
    return row && maySeeGroup(viewer, row) ? new RegistrationGroupType(row) : null;
  }

  @FieldResolver(() => EditionType, { nullable: true, description: 'Null while the edition is not public.' })
  async edition(@Root() { row }: RegistrationGroupType, @Ctx() { loaders }: ForumContext): Promise<EditionType | null> {
    const edition = await loaders.editionById.load(row.edition_id);
    return edition && new EditionType(edition);
  }

  @FieldResolver(() => Int, { description: 'How many people are in it: those who have left are not counted.' })
  async size(@Root() { id }: RegistrationGroupType, @Ctx() { loaders }: ForumContext): Promise<number> {
    const standing = await loaders.groupStandingById.load(id);
    return standing?.size ?? 0;
  }

  @FieldResolver(() => RegistrationConnection, {
    nullable: true,
    description:
      'Who is in it, in the order of the list, those who have left among them. Null for members, who see their own registration alone.',
  })
  async registrations(
    @Root() { id, row }: RegistrationGroupType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer }: ForumContext,
  ) {
    if (!knowsMembers(viewer, row)) return null;
    const cut = await loaders.registrationsByGroup.load({ owner: id, page: pageOf(page, 1) });
    return RegistrationConnection.of(
      cut,
      (registration) => [registration.id],
      (registration) => new RegistrationType(registration),
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Place in the queue of the first of them, counted in people, 1 first. Null where nobody waits, and for members.',
  })
  async waitlistPosition(
    @Root() { id, row }: RegistrationGroupType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<number | null> {
    if (!knowsMembers(viewer, row)) return null;
    const standing = await loaders.groupStandingById.load(id);
    if (!standing?.first_waiting_id) return null;
    const place = await loaders.queuePlaceById.load(standing.first_waiting_id);
    return place?.position ?? null;
  }

  @FieldResolver(() => SeatOfferType, {
    nullable: true,
    description:
      'The seats that are held for the group now, to be taken or given back as a whole. Null without an open offer, and for members.',
  })
  async seatOffer(
    @Root() { id, row }: RegistrationGroupType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<SeatOfferType | null> {
    if (!knowsMembers(viewer, row)) return null;
    const offer = await loaders.openOfferByGroup.load(id);
    return offer && new SeatOfferType(offer);
  }
}

@Resolver(() => RegistrationType)
export class RegistrationInGroupResolver {
  @FieldResolver(() => RegistrationGroupType, {
    nullable: true,
    description: 'The group an organisation registered the person with. Null for whoever registered by themself.',
  })
  async group(
    @Root() { groupId }: RegistrationType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<RegistrationGroupType | null> {
    if (groupId === null) return null;
    const row = await loaders.groupById.load(groupId);
    return row && maySeeGroup(viewer, row) ? new RegistrationGroupType(row) : null;
  }

  @FieldResolver(() => WrittenNameType, {
    nullable: true,
    description:
      'The name as the organisation wrote it that registered the person. Null for whoever registered by themself, and once it is deleted: 30 days after the edition.',
  })
  writtenName(@Root() { writtenName }: RegistrationType): WrittenNameType | null {
    return writtenName && new WrittenNameType(writtenName);
  }
}

@Resolver(() => PersonReference)
export class PersonGroupsResolver {
  @Allow<PersonReference>(theirOwn(({ of }) => of.id))
  @FieldResolver(() => RegistrationGroupConnection, {
    nullable: true,
    description:
      'Groups the person registered for an organisation, the newest last. Null while the forum service is out of reach.',
  })
  async registrationGroups(
    @Root() { id }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.groupsByContact.load({ owner: id, page: pageOf(page, 2) });
    return RegistrationGroupConnection.of(cut, groupKey, (row) => new RegistrationGroupType(row));
  }
}
