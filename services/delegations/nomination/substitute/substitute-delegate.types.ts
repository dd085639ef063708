import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput, InvalidTransition } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { NominationType } from '../nomination.types.ts';
import { NomineeInput } from '../nominee/nominee.types.ts';
import {
  AlreadyNominated,
  AlreadySubstituted,
  AlternateStandsBy,
  HeadAlreadyAppointed,
  HeadSuccessorNeeded,
  NominationClosed,
  NominationNotFound,
} from '../refusal/nomination-refusals.types.ts';

@InputType({ description: 'Who takes whose place in a delegation.' })
export class SubstituteDelegateInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'The nomination of whoever is replaced.' })
  readonly nominationId!: string;
  @Field(() => NomineeInput, {
    description: 'Of the same category: they take over the same place of the quota. Who replaces an alternate is one.',
  })
  readonly successor!: NomineeInput;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

@ObjectType({ description: 'One has taken the place of the other, whose seat in the forum is released.' })
export class SubstituteDelegateSuccess {
  @Field(() => NominationType)
  readonly replaced: NominationType;
  @Field(() => NominationType, { description: 'Confirms for themself, as every nominee.' })
  readonly successor: NominationType;

  constructor(replaced: NominationType, successor: NominationType) {
    this.replaced = replaced;
    this.successor = successor;
  }
}

export const SubstituteDelegateResult = createUnionType({
  name: 'SubstituteDelegateResult',
  description: 'Both nominations, or what stands in the way.',
  types: () =>
    [
      SubstituteDelegateSuccess,
      NominationNotFound,
      NominationClosed,
      AlreadyNominated,
      AlreadySubstituted,
      AlternateStandsBy,
      HeadAlreadyAppointed,
      HeadSuccessorNeeded,
      InvalidTransition,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
