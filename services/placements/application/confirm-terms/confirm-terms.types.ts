import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { ApplicationType } from '../application.types.ts';
import { ApplicationEnded, ApplicationNotFound, NotEligible } from '../refusals.types.ts';

@InputType({ description: 'Which terms are confirmed.' })
export class ConfirmTermsInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => Int, { description: 'The version of the terms that the applicant has read.' })
  readonly termsVersion!: number;
  @Field(() => Int, { nullable: true, description: 'Version of the application that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The terms are confirmed, and the application goes on.' })
export class ConfirmTermsSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

@ObjectType({ implements: UserError, description: 'These are not the terms as they are now.' })
export class TermsOutdated extends UserError {
  @Field(() => Int, { description: 'The version to read and confirm.' })
  readonly termsVersion: number;

  constructor(message: string, termsVersion: number) {
    super('TERMS_OUTDATED', message);
    this.termsVersion = termsVersion;
  }
}

export const ConfirmTermsResult = createUnionType({
  name: 'ConfirmTermsResult',
  description: 'The application under the confirmed terms, or what stands in its way.',
  types: () =>
    [ConfirmTermsSuccess, ApplicationNotFound, ApplicationEnded, TermsOutdated, NotEligible, VersionConflict] as const,
});
