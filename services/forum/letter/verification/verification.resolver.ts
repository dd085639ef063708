import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { AttendanceCertificateVerification, InvitationLetterVerification } from './verification.types.ts';
import { verifyDocument } from './verify-document.ts';

const CODE = 'As printed, with or without hyphens, in capitals or not.';

@Resolver(() => InvitationLetterVerification)
export class InvitationLetterVerificationResolver {
  @Allow(anyone)
  @Query(() => InvitationLetterVerification, {
    nullable: true,
    description: 'Whether an invitation letter is genuine, by what is printed on it. Null where it is not.',
  })
  async invitationLetterVerification(
    @Arg('number', () => String) number: string,
    @Arg('code', () => String, { description: CODE }) code: string,
    @Ctx() { loaders }: ForumContext,
  ): Promise<InvitationLetterVerification | null> {
    const verified = await verifyDocument(loaders, { number, code });
    return verified?.kind === 'INVITATION_LETTER' ? new InvitationLetterVerification(verified) : null;
  }

  @FieldResolver(() => EditionType, { nullable: true, description: 'The edition it invites to.' })
  edition(@Root() { editionId }: InvitationLetterVerification, @Ctx() context: ForumContext) {
    return editionOf(editionId, context);
  }
}

@Resolver(() => AttendanceCertificateVerification)
export class AttendanceCertificateVerificationResolver {
  @Allow(anyone)
  @Query(() => AttendanceCertificateVerification, {
    nullable: true,
    description: 'Whether an attendance certificate is genuine, by what is printed on it. Null where it is not.',
  })
  async attendanceCertificateVerification(
    @Arg('number', () => String) number: string,
    @Arg('code', () => String, { description: CODE }) code: string,
    @Ctx() { loaders }: ForumContext,
  ): Promise<AttendanceCertificateVerification | null> {
    const verified = await verifyDocument(loaders, { number, code });
    return verified?.kind === 'ATTENDANCE_CERTIFICATE' ? new AttendanceCertificateVerification(verified) : null;
  }

  @FieldResolver(() => EditionType, { nullable: true, description: 'The edition that was attended.' })
  edition(@Root() { editionId }: AttendanceCertificateVerification, @Ctx() context: ForumContext) {
    return editionOf(editionId, context);
  }
}

async function editionOf(id: string, { loaders }: ForumContext): Promise<EditionType | null> {
  const row = await loaders.editionById.load(id);
  return row && new EditionType(row);
}
