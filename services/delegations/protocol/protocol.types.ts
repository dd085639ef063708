import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Locale } from '../../shared/graph/scalars.ts';
import { InvalidInput, VersionConflict } from '../../shared/graph/user-error.ts';
import { DelegationType, EditionReference } from '../delegation/delegation.types.ts';
import { DelegationNotFound, DelegationOver } from '../delegation/delegation-refusals.types.ts';
import { EditionNotFound } from '../delegation/invitation/invite-delegation.types.ts';
import { NominationType } from '../nomination/nomination.types.ts';

@InputType({ description: 'The order of precedence of the delegations to an edition.' })
export class SetPrecedenceInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'All delegations that come, each once. Null for the usual order: by the names of countries, members, associates and the host first, then observers, then organisations.',
  })
  readonly delegationIds?: string[] | null;
  @Field(() => Locale, {
    nullable: true,
    description:
      'kk, ru or en: by whose alphabet delegations stand that have no place of their own. Left as it is when absent; ru in the beginning.',
  })
  readonly language?: string | null;
}

@InputType({ description: 'The order of the members of a delegation.' })
export class OrderDelegationInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Nominations of all whom the delegation names now, each once. The head is the first, wherever they stand. Null for the usual order: head, deputy heads, delegates, advisers, interpreters, each in the order they were named.',
  })
  readonly nominationIds?: string[] | null;
  @Field(() => Int, { nullable: true, description: '`version` of the delegation that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The order of precedence is set.' })
export class SetPrecedenceSuccess {
  @Field(() => EditionReference, {
    nullable: true,
    description: 'Null while the service that owns editions is out of reach.',
  })
  readonly edition: EditionReference;
  @Field(() => [DelegationType], { description: 'All that come, in their order.' })
  readonly delegations: DelegationType[];

  constructor(editionId: string, delegations: DelegationType[]) {
    this.edition = new EditionReference(editionId);
    this.delegations = delegations;
  }
}

@ObjectType({ description: 'The order of the members is set.' })
export class OrderDelegationSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;
  @Field(() => [NominationType], { description: 'All whom the delegation names now, in their order.' })
  readonly members: NominationType[];

  constructor(delegation: DelegationType, members: NominationType[]) {
    this.delegation = delegation;
    this.members = members;
  }
}

export const SetPrecedenceResult = createUnionType({
  name: 'SetPrecedenceResult',
  description: 'The delegations in their order, or what stands in the way.',
  types: () => [SetPrecedenceSuccess, EditionNotFound, InvalidInput] as const,
});

export const OrderDelegationResult = createUnionType({
  name: 'OrderDelegationResult',
  description: 'The delegation with its members in their order, or what stands in the way.',
  types: () => [OrderDelegationSuccess, DelegationNotFound, DelegationOver, VersionConflict, InvalidInput] as const,
});
