import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holdersOver, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { ForumContext } from '../context.ts';
import { RegistrationType } from '../registration/registration.types.ts';
import { BadgeStatus, badgeTransitions } from './badge.rules.ts';
import { BadgeType } from './badge.types.ts';

@Resolver(() => BadgeType)
export class BadgeResolver {
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
