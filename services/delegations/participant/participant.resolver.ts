import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { fileUrl } from '../../shared/files/file.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationType, EditionReference } from '../delegation/delegation.types.ts';
import { DelegationMemberConnection, DelegationMemberType, participantKey } from './participant.types.ts';
import { PARTICIPANTS } from './participants-file.ts';

@Resolver(() => DelegationType)
export class DelegationMembersResolver {
  @FieldResolver(() => DelegationMemberConnection, {
    description:
      'The list of participants: members on a seat who consented to be named there, and the head, in the order of the delegation. Empty for a delegation that does not come.',
  })
  async publishedMembers(
    @Root() { id }: DelegationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const cut = await loaders.participantsByDelegation.load({ owner: id, page: pageOf(page, 2) });
    return DelegationMemberConnection.of(cut, participantKey, (row) => new DelegationMemberType(row));
  }
}

@Resolver(() => EditionReference)
export class EditionParticipantsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where anyone fetches the list of participants of all delegations, as CSV. Null while the delegations service is out of reach.',
  })
  delegationParticipantsUrl(@Root() { id }: EditionReference, @Ctx() { publicUrl }: DelegationsContext): string {
    return fileUrl(publicUrl, 'delegations', PARTICIPANTS, id);
  }
}
