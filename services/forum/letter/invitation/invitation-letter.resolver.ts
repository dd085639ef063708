import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdersOver } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { fileUrl } from '../../../shared/files/file.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { passportOrder } from '../../../shared/names/name.rules.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import { maySeeDocument, runsLetters } from '../letter.rules.ts';
import { verificationUrl } from '../verification/verification-url.ts';
import { InvitationLetterStatus, invitationLetterTransitions } from './invitation-letter.rules.ts';
import { InvitationLetterConnection, InvitationLetterType, invitationLetterKey } from './invitation-letter.types.ts';

@Resolver(() => InvitationLetterType)
export class InvitationLetterResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the letter is fetched as a PDF, with the same `authorization` as here. Null until issued, and once revoked.',
  })
  url(@Root() { id, status }: InvitationLetterType, @Ctx() { publicUrl }: ForumContext): string | null {
    return status === InvitationLetterStatus.ISSUED ? fileUrl(publicUrl, 'forum', 'invitation-letters', id) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where anyone may see that the letter is genuine, as its QR code says. Null until issued.',
  })
  verificationUrl(@Root() { row }: InvitationLetterType, @Ctx() { publicUrl }: ForumContext): string | null {
    const { number, code } = row;
    return number === null || code === null ? null : verificationUrl(publicUrl, { number, code });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whom it is for, as the passport prints the name: `AKHMETOVA Saule`. Null while that is not known.',
  })
  addressee(@Root() { row }: InvitationLetterType): string | null {
    return row.latin_name && passportOrder(row.latin_name);
  }

  @FieldResolver(() => [InvitationLetterStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(
    @Root() { row, status }: InvitationLetterType,
    @Ctx() { viewer }: ForumContext,
  ): InvitationLetterStatus[] {
    return runsLetters(viewer, row.edition_id) ? transitionsFrom(invitationLetterTransitions, status, 'organiser') : [];
  }

  @FieldResolver(() => RegistrationType, { nullable: true, description: 'The registration it is for.' })
  async registration(
    @Root() { row }: InvitationLetterType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<RegistrationType | null> {
    const registration = await loaders.registrationById.load(row.registration_id);
    return registration && new RegistrationType(registration);
  }
}

@Resolver(() => RegistrationType)
export class RegistrationLetterResolver {
  @FieldResolver(() => InvitationLetterType, {
    nullable: true,
    description:
      'The last invitation letter that was asked for, in whatever state. Null where there is none, and for whoever is neither the person nor runs the edition.',
  })
  async invitationLetter(
    @Root() registration: RegistrationType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<InvitationLetterType | null> {
    if (!maySeeDocument(viewer, registration)) return null;
    const row = await loaders.invitationLetterByRegistration.load(registration.id);
    return row && new InvitationLetterType(row);
  }
}

@Resolver(() => EditionType)
export class EditionLettersResolver {
  @Allow<EditionType>(holdersOver('EDITION', ({ of }) => of.id, 'REGISTRATION_DESK', 'ADMINISTRATOR'))
  @FieldResolver(() => InvitationLetterConnection, {
    nullable: true,
    description: 'Invitation letters of the edition, the first requested first; those in one state where it is given.',
  })
  async invitationLetters(
    @Root() { id }: EditionType,
    @Arg('status', () => InvitationLetterStatus, { nullable: true }) status: InvitationLetterStatus | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const asked = { owner: id, page: pageOf(page, 2), filter: { status } };
    const cut = await loaders.invitationLettersByEdition.load(asked);
    return InvitationLetterConnection.of(cut, invitationLetterKey, (row) => new InvitationLetterType(row));
  }
}
