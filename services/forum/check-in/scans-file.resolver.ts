import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdersOver } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { fileUrl } from '../../shared/files/file.ts';
import type { ForumContext } from '../context.ts';
import { EditionType } from '../edition/edition.types.ts';

/** Kind of the files, in their address. */
export const SCANS = 'scans';

@Resolver(() => EditionType)
export class EditionScansResolver {
  @Allow<EditionType>(holdersOver('EDITION', ({ of }) => of.id, 'REGISTRATION_DESK', 'ADMINISTRATOR'))
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where every scan of the edition is fetched as CSV, in the order in which they were recorded, with the same `authorization` as here.',
  })
  scansUrl(@Root() { id }: EditionType, @Ctx() { publicUrl }: ForumContext): string {
    return fileUrl(publicUrl, 'forum', SCANS, id);
  }
}
