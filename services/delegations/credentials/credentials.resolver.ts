import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationType } from '../delegation/delegation.types.ts';
import { readsDesk } from '../delegation/desk/desk.resolver.ts';
import { actorOf } from '../nomination/nomination.resolver.ts';
import { verifies } from '../nomination/nomination.rules.ts';
import { NominationType, PersonReference } from '../nomination/nomination.types.ts';
import { CredentialsType, DelegationCredentialsType } from './credentials.types.ts';

const FOR_OFFICERS = 'For those who check credentials; null for all others';
const HOUR_MS = 3_600_000;

@Resolver(() => NominationType)
export class NominationCredentialsResolver {
  @FieldResolver(() => CredentialsType, {
    nullable: true,
    description:
      'How far the nominee’s credentials are checked. Null for whoever neither is the nominee, nor composes the delegation, nor checks its credentials.',
  })
  async credentials(
    @Root() { row }: NominationType,
    @Ctx() { viewer, loaders }: DelegationsContext,
  ): Promise<CredentialsType | null> {
    if (!actorOf(viewer, row)) return null;
    return new CredentialsType(row.id, row.status, await loaders.credentialsByNomination.load(row.id));
  }
}

@Resolver(() => CredentialsType)
export class CredentialsResolver {
  @FieldResolver(() => NominationType, { nullable: true, description: 'Whose credentials they are.' })
  async nomination(
    @Root() { nominationId }: CredentialsType,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<NominationType | null> {
    const row = await loaders.nominationById.load(nominationId);
    return row && new NominationType(row);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: `Who works on them. ${FOR_OFFICERS}, where nobody does, and while the service that owns people is out of reach.`,
  })
  owner(@Root() { row }: CredentialsType, @Ctx() { viewer }: DelegationsContext): PersonReference | null {
    const ownerId = row?.owner_id ?? null;
    return row && ownerId !== null && verifies(viewer, row.edition_id) ? new PersonReference(ownerId) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: `Since when the owner works on them. ${FOR_OFFICERS}, and where nobody does.`,
  })
  takenAt(@Root() { row }: CredentialsType, @Ctx() { viewer }: DelegationsContext): Date | null {
    return row && verifies(viewer, row.edition_id) ? row.taken_at : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'For how many whole hours they have waited. Null where `waitingSince` is.',
  })
  ageInHours(@Root() { waitingSince }: CredentialsType, @Ctx() { now }: DelegationsContext): number | null {
    return waitingSince && Math.max(0, Math.floor((now().getTime() - waitingSince.getTime()) / HOUR_MS));
  }
}

@Resolver(() => DelegationType)
export class DelegationCredentialsResolver {
  @FieldResolver(() => DelegationCredentialsType, {
    nullable: true,
    description:
      'For its focal points, accreditation officers and administrators; null for all others, and until something is decided about it as a whole.',
  })
  async credentials(
    @Root() delegation: DelegationType,
    @Ctx() context: DelegationsContext,
  ): Promise<DelegationCredentialsType | null> {
    if (!(await readsDesk(delegation, context))) return null;
    const row = await context.loaders.credentialsByDelegation.load(delegation.id);
    return row && new DelegationCredentialsType(row);
  }
}
