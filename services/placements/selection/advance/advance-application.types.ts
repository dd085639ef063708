import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { ApplicationNotFound } from '../../application/refusals.types.ts';
import { ClearancesOutstanding } from '../../clearance/clearance-refusals.types.ts';
import { ConflictOfInterest, SelectionClosed, TermsNotConfirmed } from '../refusal/pipeline-refusals.types.ts';
import { ADVANCES_LIMIT } from './advance-applications.ts';

const OUTCOME = 'What the applicant is told with NOT_SELECTED: OTHERS_FITTED_BETTER when absent. With no other step.';
const NOTE = 'Kept in the audit trail. One line of at most 500 characters, without personal data.';

@InputType({ description: 'Where an application goes in the selection.' })
export class AdvanceApplicationInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => ApplicationStatus)
  readonly to!: ApplicationStatus;
  @Field(() => ApplicationOutcome, { nullable: true, description: OUTCOME })
  readonly outcome?: ApplicationOutcome | null;
  @Field(() => String, { nullable: true, description: NOTE })
  readonly note?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version of the application that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The application has gone on.' })
export class AdvanceApplicationSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const AdvanceApplicationResult = createUnionType({
  name: 'AdvanceApplicationResult',
  description: 'The application where it is now, or what stands in the way.',
  types: () =>
    [
      AdvanceApplicationSuccess,
      ApplicationNotFound,
      InvalidTransition,
      VersionConflict,
      ConflictOfInterest,
      SelectionClosed,
      TermsNotConfirmed,
      ClearancesOutstanding,
      InvalidInput,
    ] as const,
});

@InputType({ description: 'Where several applications go in the selection.' })
export class AdvanceApplicationsInput {
  @Field(() => [ID], { description: `1 to ${ADVANCES_LIMIT}; one that is there twice counts once.` })
  readonly applicationIds!: string[];
  @Field(() => ApplicationStatus)
  readonly to!: ApplicationStatus;
  @Field(() => ApplicationOutcome, { nullable: true, description: OUTCOME })
  readonly outcome?: ApplicationOutcome | null;
  @Field(() => String, { nullable: true, description: NOTE })
  readonly note?: string | null;
}

@ObjectType({ description: 'What became of one of several applications.' })
export class AdvanceRowResult {
  @Field(() => ID, { description: 'As it was given.' })
  readonly applicationId: string;
  @Field(() => ApplicationType, { nullable: true, description: 'Null for one that is refused.' })
  readonly application: ApplicationType | null;
  @Field(() => UserError, {
    nullable: true,
    description: 'Null for one that has gone on. Otherwise a refusal that `advanceApplication` would give.',
  })
  readonly refusal: UserError | null;

  constructor(applicationId: string, application: ApplicationType | null, refusal: UserError | null) {
    this.applicationId = applicationId;
    this.application = application;
    this.refusal = refusal;
  }
}

@ObjectType({ description: 'Each has gone on or is refused for itself.' })
export class AdvanceApplicationsSuccess {
  @Field(() => [AdvanceRowResult], { description: 'One for each application, in the given order.' })
  readonly results: AdvanceRowResult[];

  constructor(results: AdvanceRowResult[]) {
    this.results = results;
  }
}

export const AdvanceApplicationsResult = createUnionType({
  name: 'AdvanceApplicationsResult',
  description: 'A report of each application, or what is wrong with the input.',
  types: () => [AdvanceApplicationsSuccess, InvalidInput] as const,
});
