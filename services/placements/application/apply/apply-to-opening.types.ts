import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { LanguageSkillInput } from '../../../shared/graph/language-skill.ts';
import { CountryCode, DateTime, LocalDate } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { OverlappingDeployment } from '../../deployment/refusal/deployment-refusals.types.ts';
import { OpeningStatus } from '../../opening/opening.rules.ts';
import { OpeningNotFound } from '../../opening/opening-refusals.types.ts';
import { Education } from '../../opening/terms.rules.ts';
import { ApplicationType } from '../application.types.ts';
import { NotEligible } from '../refusals.types.ts';
import {
  IDEMPOTENCY_KEY_LENGTH,
  LANGUAGES_LIMIT,
  MOTIVATION_LENGTH,
  SKILL_LENGTH,
  SKILLS_LIMIT,
} from './application-form.rules.ts';

@InputType({ description: 'An application of the signed-in person.' })
export class ApplyToOpeningInput {
  @Field(() => String, {
    nullable: true,
    description: `At most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly openingId!: string;
  @Field(() => String, {
    description: `Why they wish to serve. At most ${MOTIVATION_LENGTH} characters. Emptied when the person is erased, as all that follows.`,
  })
  readonly motivation!: string;
  @Field(() => LocalDate, {
    description: 'The first day on which they can serve: at the latest the first day of service.',
  })
  readonly availableFrom!: string;
  @Field(() => [LanguageSkillInput], { description: `Each at most once; at most ${LANGUAGES_LIMIT}.` })
  readonly languages!: LanguageSkillInput[];
  @Field(() => [String], {
    description: `In the words of the opening: \`first-aid\`. At most ${SKILLS_LIMIT}, of ${SKILL_LENGTH} characters each.`,
  })
  readonly skills!: string[];
  @Field(() => LocalDate)
  readonly birthDate!: string;
  @Field(() => CountryCode)
  readonly citizenship!: string;
  @Field(() => Education, { nullable: true, description: 'Needed where the opening asks for education.' })
  readonly education?: Education | null;
}

@ObjectType({ description: 'The application is taken. What becomes of it is written to the applicant by mail.' })
export class ApplyToOpeningSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

@ObjectType({ implements: UserError, description: 'The opening takes no applications any more.' })
export class ApplicationsClosed extends UserError {
  @Field(() => DateTime, { description: 'The last instant at which an application was taken.' })
  readonly deadline: Date;
  @Field(() => OpeningStatus)
  readonly status: OpeningStatus;

  constructor(message: string, deadline: Date, status: OpeningStatus) {
    super('APPLICATIONS_CLOSED', message);
    this.deadline = deadline;
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'The person has an application for the opening that has not ended.' })
export class AlreadyApplied extends UserError {
  @Field(() => ID)
  readonly applicationId: string;

  constructor(message: string, applicationId: string) {
    super('ALREADY_APPLIED', message);
    this.applicationId = applicationId;
  }
}

export const ApplyToOpeningResult = createUnionType({
  name: 'ApplyToOpeningResult',
  description: 'The application, or what stands in its way.',
  types: () =>
    [
      ApplyToOpeningSuccess,
      OpeningNotFound,
      ApplicationsClosed,
      AlreadyApplied,
      NotEligible,
      OverlappingDeployment,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
