import { createUnionType, Field, InputType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ClearancesOutstanding } from '../../clearance/clearance-refusals.types.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import {
  DeploymentNotFound,
  InsuranceGap,
  OverlappingDeployment,
  WrongStage,
} from '../refusal/deployment-refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';

@InputType({ description: 'Whose service lasts longer, and until when.' })
export class ExtendDeploymentInput extends DeploymentActInput {
  @Field(() => LocalDate, { description: 'The new last day, later than the agreed one.' })
  readonly until!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

export const ExtendDeploymentResult = createUnionType({
  name: 'ExtendDeploymentResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      DeploymentSuccess,
      DeploymentNotFound,
      WrongStage,
      HostNotAccredited,
      InsuranceGap,
      ClearancesOutstanding,
      OverlappingDeployment,
      BudgetExhausted,
      VersionConflict,
      InvalidInput,
    ] as const,
});
