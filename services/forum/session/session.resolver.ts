import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { AvailabilityType } from '../availability/availability.types.ts';
import type { ForumContext } from '../context.ts';
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

  @FieldResolver(() => AvailabilityType, {
    nullable: true,
    description: 'Null for a session without a limit of seats.',
  })
  async availability(@Root() { id }: SessionType, @Ctx() { loaders }: ForumContext): Promise<AvailabilityType | null> {
    const row = await loaders.availabilityById.load(id);
    return row && new AvailabilityType(row);
  }
}
