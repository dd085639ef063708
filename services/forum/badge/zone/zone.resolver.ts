import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalizedText } from '../../../shared/graph/localized-text.ts';
import { Locale } from '../../../shared/graph/scalars.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { ZoneType } from './zone.types.ts';

@Resolver(() => ZoneType)
export class ZoneResolver {
  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where it has no name but its code.' })
  name(
    @Root() { name }: ZoneType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: ForumContext,
  ): LocalizedText | null {
    return LocalizedText.of(name, locale ?? context.locale);
  }
}

@Resolver(() => EditionType)
export class EditionZonesResolver {
  @FieldResolver(() => [ZoneType], { description: 'Zones of the venue, in the order of their codes.' })
  async zones(@Root() { id }: EditionType, @Ctx() { loaders }: ForumContext): Promise<ZoneType[]> {
    const rows = await loaders.zonesByEdition.load(id);
    return rows.map((row) => new ZoneType(row));
  }
}
