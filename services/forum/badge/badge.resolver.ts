import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holdersOver, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { fileUrl } from '../../shared/files/file.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { ForumContext } from '../context.ts';
import { RegistrationType } from '../registration/registration.types.ts';
import { BadgeStatus, badgeTransitions, IN_FORCE } from './badge.rules.ts';
import { BadgeType } from './badge.types.ts';

/** Kind of the files, in their address. */
export const BADGES = 'badges';

@Resolver(() => BadgeType)
export class BadgeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the badge is fetched as a PDF to print and fold, with the same `authorization` as here, in the language of `?language=`: `kk`, `ru` or `en`. Null once out of force.',
  })
  url(@Root() { registrationId, status }: BadgeType, @Ctx() { publicUrl }: ForumContext): string | null {
    return IN_FORCE.includes(status) ? fileUrl(publicUrl, 'forum', BADGES, registrationId) : null;
  }

  @FieldResolver(() => [BadgeStatus], { description: 'Where the desk may take it from here.' })
  allowedTransitions(@Root() { status }: BadgeType): BadgeStatus[] {
    return transitionsFrom(badgeTransitions, status, 'desk');
  }

  @FieldResolver(() => RegistrationType, { nullable: true, description: 'Whose it is.' })
  async registration(
    @Root() { registrationId }: BadgeType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<RegistrationType | null> {
    const row = await loaders.registrationById.load(registrationId);
    return row && new RegistrationType(row);
  }
}

@Resolver(() => RegistrationType)
export class RegistrationBadgeResolver {
  @Allow<RegistrationType>(
    either(
      theirOwn(({ of }) => of.personId),
      holdersOver('EDITION', ({ of }) => of.editionId, 'REGISTRATION_DESK', 'ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => BadgeType, {
    nullable: true,
    description:
      'The newest badge, in force or not. Made within minutes of the confirmation, or at once by `issueBadge`; null until then.',
  })
  async badge(@Root() { id }: RegistrationType, @Ctx() { loaders }: ForumContext): Promise<BadgeType | null> {
    const row = await loaders.badgeByRegistration.load(id);
    return row && new BadgeType(row);
  }
}
