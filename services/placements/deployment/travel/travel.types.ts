import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { ClearancesOutstanding } from '../../clearance/clearance-refusals.types.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import { DeploymentType } from '../deployment.types.ts';
import { DeploymentNotFound, OverlappingDeployment } from '../refusal/deployment-refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';

@InputType({ description: 'Whose travel is ordered.' })
export class OrderTravelInput extends DeploymentActInput {
  @Field(() => LocalDate, { nullable: true, description: 'Day of departure, today or later; today when absent.' })
  readonly departsOn?: string | null;
}

@InputType({ description: 'Whose service has begun, and when.' })
export class ConfirmEntryOnDutyInput extends DeploymentActInput {
  @Field(() => LocalDate, {
    description:
      'The day on which the volunteer entered on duty, where the host is. Not to come, and not before they could set out: departure or, where no travel was ordered, the last clearance; a day earlier is taken, since the day where the journey begins may be another. Before the agreed first day, service begins with it: its last day stays, no other service may be in the way, and the programme pays for the months that are added.',
  })
  readonly on!: string;
}

@ObjectType({ description: 'The volunteer is serving.' })
export class ConfirmEntryOnDutySuccess {
  @Field(() => DeploymentType)
  readonly deployment: DeploymentType;

  constructor(deployment: DeploymentType) {
    this.deployment = deployment;
  }
}

export const PrepareDeploymentResult = createUnionType({
  name: 'PrepareDeploymentResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      DeploymentSuccess,
      DeploymentNotFound,
      ClearancesOutstanding,
      VersionConflict,
      InvalidTransition,
      InvalidInput,
    ] as const,
});

export const ConfirmEntryOnDutyResult = createUnionType({
  name: 'ConfirmEntryOnDutyResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      ConfirmEntryOnDutySuccess,
      DeploymentNotFound,
      ClearancesOutstanding,
      OverlappingDeployment,
      BudgetExhausted,
      VersionConflict,
      InvalidTransition,
      InvalidInput,
    ] as const,
});
