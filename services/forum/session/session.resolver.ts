import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { localize } from '../../shared/text/localize.rules.ts';
import { AvailabilityType } from '../availability/availability.types.ts';
import type { ForumContext } from '../context.ts';
import { RoomType } from './programme/room/room.types.ts';
import { SessionType } from './session.types.ts';

@Resolver(() => SessionType)
export class SessionResolver {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no title is written yet.' })
  title(
    @Root() { title }: SessionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(title, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where none is written.' })
  description(
    @Root() { description }: SessionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(description, locale ?? context.locale);
  }

  @FieldResolver(() => String, {
    description: 'What the room is called, in the best language there is for the viewer.',
  })
  room(@Root() { roomName }: SessionType, @Ctx() { locale }: ForumContext): string {
    return localize(roomName, locale)?.text ?? '';
  }

  @FieldResolver(() => RoomType, { nullable: true, description: "Null for a place that is not on the edition's list." })
  async roomDetails(@Root() { roomId }: SessionType, @Ctx() { loaders }: ForumContext): Promise<RoomType | null> {
    const row = roomId === null ? null : await loaders.roomById.load(roomId);
    return row && new RoomType(row);
  }

  @FieldResolver(() => AvailabilityType, {
    nullable: true,
    description: 'Null for a session without a limit of seats.',
  })
  async availability(@Root() { id }: SessionType, @Ctx() { loaders }: ForumContext): Promise<AvailabilityType | null> {
    const row = await loaders.availabilityById.load(id);
    return row && new AvailabilityType(row);
  }
}
