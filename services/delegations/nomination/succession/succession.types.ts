import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DelegationRole } from '../nomination.rules.ts';
import { NominationType } from '../nomination.types.ts';
import {
  AlreadySubstituted,
  AlternateStandsBy,
  NominationClosed,
  NominationEnded,
  NominationNotFound,
  QuotaExceeded,
} from '../refusal/nomination-refusals.types.ts';

const IDEMPOTENCY_KEY = 'Chosen by the client. The same key and input give the same answer again.';

@InputType({ description: 'Who leads a delegation from now on, and what becomes of who led it.' })
export class AppointHeadInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'The nomination of who becomes head: an active one of the delegation.' })
  readonly nominationId!: string;
  @Field(() => DelegationRole, {
    nullable: true,
    description: 'What the present head is from then on, any role but HEAD. DELEGATE when nothing is said.',
  })
  readonly formerHeadRole?: DelegationRole | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True where the present head leaves the delegation: their nomination is withdrawn in the same act.',
  })
  readonly formerHeadLeaves?: boolean | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The delegation is led by them. Their name is public once they have confirmed.' })
export class AppointHeadSuccess {
  @Field(() => NominationType)
  readonly head: NominationType;
  @Field(() => NominationType, { nullable: true, description: 'Who was head until then; null where nobody was.' })
  readonly formerHead: NominationType | null;

  constructor(head: NominationType, formerHead: NominationType | null) {
    this.head = head;
    this.formerHead = formerHead;
  }
}

export const AppointHeadResult = createUnionType({
  name: 'AppointHeadResult',
  description: 'The new head and the former one, or what stands in the way.',
  types: () =>
    [
      AppointHeadSuccess,
      NominationNotFound,
      NominationEnded,
      AlternateStandsBy,
      NominationClosed,
      VersionConflict,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

@InputType({ description: 'Which alternate comes, and in whose place.' })
export class PromoteAlternateInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'The nomination of the alternate.' })
  readonly nominationId!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The nomination of whose place and role they take over, of the same category. Absent: a free place of the quota.',
  })
  readonly insteadOfId?: string | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The alternate is a full member of the delegation, and confirms as every nominee.' })
export class PromoteAlternateSuccess {
  @Field(() => NominationType)
  readonly promoted: NominationType;
  @Field(() => NominationType, { nullable: true, description: 'Whose place they took over; null for a free one.' })
  readonly replaced: NominationType | null;

  constructor(promoted: NominationType, replaced: NominationType | null) {
    this.promoted = promoted;
    this.replaced = replaced;
  }
}

@ObjectType({ implements: UserError, description: 'The nominee is a full member of the delegation already.' })
export class NotAnAlternate extends UserError {
  constructor(message: string) {
    super('NOT_AN_ALTERNATE', message);
  }
}

export const PromoteAlternateResult = createUnionType({
  name: 'PromoteAlternateResult',
  description: 'The promoted alternate, or what stands in the way.',
  types: () =>
    [
      PromoteAlternateSuccess,
      NominationNotFound,
      NominationEnded,
      NotAnAlternate,
      AlternateStandsBy,
      AlreadySubstituted,
      QuotaExceeded,
      NominationClosed,
      InvalidTransition,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
