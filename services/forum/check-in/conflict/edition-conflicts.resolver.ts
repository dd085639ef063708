import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdersOver } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { ScanConnection, ScanType, scanKey } from '../scan.types.ts';

@Resolver(() => EditionType)
export class EditionConflictsResolver {
  @Allow<EditionType>(holdersOver('EDITION', ({ of }) => of.id, 'REGISTRATION_DESK', 'ADMINISTRATOR'))
  @FieldResolver(() => ScanConnection, {
    nullable: true,
    description: 'Offline scans that break a rule and that nobody has looked at, those that arrived first first.',
  })
  async scanConflicts(
    @Root() { id }: EditionType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.conflictsByEdition.load({ owner: id, page: pageOf(page, 2) });
    return ScanConnection.of(cut, scanKey, (row) => new ScanType(row));
  }
}
