import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, personOf } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../../shared/graph/connection.ts';
import { LocalizedText } from '../../../../shared/graph/localized-text.ts';
import { Locale } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused } from '../../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionType } from '../../../edition/edition.types.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { invalidInput } from '../invalid-input.ts';
import { say } from '../messages.ts';
import { createRoom } from './create-room.ts';
import { checkRoom } from './room.rules.ts';
import {
  CreateRoomInput,
  CreateRoomResult,
  CreateRoomSuccess,
  RoomConnection,
  RoomType,
  roomKey,
} from './room.types.ts';

@Resolver(() => RoomType)
export class RoomResolver {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no name is written yet.' })
  name(
    @Root() { name }: RoomType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(name, locale ?? context.locale);
  }

  @Allow<undefined>(holdersOver('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => CreateRoomResult, { description: 'Adds a room to the list of an edition.' })
  async createRoom(
    @Arg('input', () => CreateRoomInput) input: CreateRoomInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof CreateRoomResult> {
    const { locale } = context;
    const room = { name: input.name, capacity: input.capacity ?? null, zone: input.zone ?? null };
    const violations = checkRoom(room);
    if (violations.length > 0) return invalidInput(violations, locale);
    const { editionId, idempotencyKey = null } = input;
    const command = { ...room, actorId: personOf(context.viewer), idempotencyKey, editionId };
    const outcome = await createRoom(context.em, command, context.now());
    if ('roomId' in outcome) {
      const row = await context.loaders.roomById.load(outcome.roomId);
      if (!row) throw new Error(`room ${outcome.roomId} is gone`);
      return new CreateRoomSuccess(new RoomType(row));
    }
    return outcome.refusal === 'edition-not-found'
      ? new EditionNotFound(say('EDITION_NOT_FOUND', locale))
      : new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

@Resolver(() => EditionType)
export class EditionRoomsResolver {
  @FieldResolver(() => RoomConnection, { description: 'The rooms in which sessions are held.' })
  async rooms(@Root() { id }: EditionType, @Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: ForumContext) {
    const cut = await loaders.roomsByEdition.load({ owner: id, page: pageOf(page, 1) });
    return RoomConnection.of(cut, roomKey, (row) => new RoomType(row));
  }
}
