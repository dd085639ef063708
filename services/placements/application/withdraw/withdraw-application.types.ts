import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ApplicationType } from '../application.types.ts';
import { ApplicationNotFound } from '../refusals.types.ts';

@InputType({ description: 'Which application is withdrawn.' })
export class WithdrawApplicationInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the application that the client has read.' })
  readonly expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The application is withdrawn. An offer it led to has ended, and its position is free.' })
export class WithdrawApplicationSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const WithdrawApplicationResult = createUnionType({
  name: 'WithdrawApplicationResult',
  description: 'The withdrawn application, or what stands in its way.',
  types: () =>
    [WithdrawApplicationSuccess, ApplicationNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});
