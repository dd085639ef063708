import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdersOver } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { presenceKey } from './presence.loaders.ts';
import { ZonePresence } from './presence.types.ts';

@Resolver(() => EditionType)
export class PresenceResolver {
  @Allow<EditionType>(holdersOver('EDITION', ({ of }) => of.id, 'REGISTRATION_DESK', 'ADMINISTRATOR'))
  @FieldResolver(() => [ZonePresence], {
    nullable: true,
    description:
      'Who is where: every zone of the edition, in the order of their codes. Counted from scans that let somebody in or out.',
  })
  async zonePresence(
    @Root() { id, timeZone }: EditionType,
    @Ctx() { loaders, now }: ForumContext,
  ): Promise<ZonePresence[]> {
    const today = Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
    const [zones, rows] = await Promise.all([
      loaders.zonesByEdition.load(id),
      loaders.presenceByDay.load(presenceKey(id, today)),
    ]);
    return zones.map(({ code }) => {
      const row = rows.find(({ zone }) => zone === code);
      return new ZonePresence(code, row?.inside ?? 0, row?.entries ?? 0);
    });
  }
}
