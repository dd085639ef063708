import { Field, ID, InputType } from 'type-graphql';
import { NominationStatus } from '../../nomination/nomination.rules.ts';

@InputType('CredentialsQueueFilter', {
  description: 'Which credentials are meant: those that pass everything that is given.',
})
export class CredentialsQueueFilterInput {
  @Field(() => [NominationStatus], {
    nullable: true,
    description: 'States of the nomination. Those that wait are CONFIRMED, UNDER_REVIEW, PRE_APPROVED and ON_HOLD.',
  })
  readonly states?: NominationStatus[] | null;
  @Field(() => ID, { nullable: true, description: 'Person who works on them.' })
  readonly ownerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether anybody works on them.' })
  readonly isTaken?: boolean | null;
  @Field(() => ID, { nullable: true })
  readonly delegationId?: string | null;
}
