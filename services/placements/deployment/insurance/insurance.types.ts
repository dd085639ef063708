import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { DeploymentNotFound, WrongStage } from '../refusal/deployment-refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';
import type { CoverRow, GapRow } from './insurance.loaders.ts';
import { INSURER_LENGTH, POLICY_REFERENCE_LENGTH } from './insurance.rules.ts';

@ObjectType({ description: 'Days on which a volunteer is insured.' })
export class InsuranceCoverType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from: string;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly until: string;
  @Field(() => String)
  readonly insurer: string;
  @Field(() => String, {
    nullable: true,
    description:
      'For the volunteer, the host and those who run placements; null for everybody else, where none was given, and once the volunteer is erased.',
  })
  readonly policyReference: string | null;

  constructor(row: CoverRow, policyReference: string | null) {
    this.id = row.id;
    this.from = row.from_on;
    this.until = row.until_on;
    this.insurer = row.insurer;
    this.policyReference = policyReference;
  }
}

@ObjectType({ description: 'Days of service on which the volunteer is not insured.' })
export class UninsuredDaysType {
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from: string;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly until: string;

  constructor({ from_on, until_on }: GapRow) {
    this.from = from_on;
    this.until = until_on;
  }
}

@InputType({ description: 'Who is insured, and on which days.' })
export class RecordInsuranceCoverInput extends DeploymentActInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from!: string;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly until!: string;
  @Field(() => String, { description: `At most ${INSURER_LENGTH} characters.` })
  readonly insurer!: string;
  @Field(() => String, { nullable: true, description: `At most ${POLICY_REFERENCE_LENGTH} characters.` })
  readonly policyReference?: string | null;
}

export const RecordInsuranceCoverResult = createUnionType({
  name: 'RecordInsuranceCoverResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [DeploymentSuccess, DeploymentNotFound, WrongStage, VersionConflict, IdempotencyKeyReused, InvalidInput] as const,
});
