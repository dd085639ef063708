import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  FourEyesRequired,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { DelegationType } from '../../delegation/delegation.types.ts';
import { DelegationNotFound } from '../../delegation/delegation-refusals.types.ts';
import { NominationType } from '../../nomination/nomination.types.ts';
import { NOTE_LENGTH } from '../credentials.rules.ts';
import { DelegationDecision } from './delegation-decision.rules.ts';

const EXPECTED_VERSION = '`version` of the delegation that the client has read.';

@InputType({ description: 'Which delegation’s credentials are taken up.' })
export class ReviewDelegationInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'What is decided about which delegation.' })
export class DecideDelegationInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => DelegationDecision)
  readonly decision!: DelegationDecision;
  @Field(() => String, {
    nullable: true,
    description: `What its focal points read; without personal data. Needed to return and refuse. At most ${NOTE_LENGTH} characters.`,
  })
  readonly note?: string | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The credentials of the delegation are being checked.' })
export class ReviewDelegationSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ description: 'It is decided; the focal points are told by mail.' })
export class DecideDelegationSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ implements: UserError, description: 'Not everybody whom the delegation names is approved.' })
export class NominationsOpen extends UserError {
  @Field(() => [NominationType], { description: 'All who are not, in the order they were named.' })
  readonly nominations: readonly NominationType[];

  constructor(message: string, nominations: readonly NominationType[]) {
    super('NOMINATIONS_OPEN', message);
    this.nominations = nominations;
  }
}

export const ReviewDelegationResult = createUnionType({
  name: 'ReviewDelegationResult',
  description: 'The delegation that is taken up, or what stands in the way.',
  types: () =>
    [ReviewDelegationSuccess, DelegationNotFound, FourEyesRequired, InvalidTransition, VersionConflict] as const,
});

export const DecideDelegationResult = createUnionType({
  name: 'DecideDelegationResult',
  description: 'The delegation as it was decided about, or what stands in the way.',
  types: () =>
    [
      DecideDelegationSuccess,
      DelegationNotFound,
      FourEyesRequired,
      NominationsOpen,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
