import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DeploymentType } from '../deployment.types.ts';
import { DeploymentNotFound, OverlappingDeployment } from '../refusal/deployment-refusals.types.ts';

@InputType({ description: 'A deployment that somebody acts on.' })
export class DeploymentActInput {
  @Field(() => ID)
  readonly deploymentId!: string;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'A step of a deployment, and why it is taken.' })
export class DeploymentStepInput extends DeploymentActInput {
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The deployment after the act.' })
export class DeploymentSuccess {
  @Field(() => DeploymentType)
  readonly deployment: DeploymentType;

  constructor(deployment: DeploymentType) {
    this.deployment = deployment;
  }
}

export const MoveDeploymentResult = createUnionType({
  name: 'MoveDeploymentResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      DeploymentSuccess,
      DeploymentNotFound,
      OverlappingDeployment,
      VersionConflict,
      InvalidTransition,
      InvalidInput,
    ] as const,
});
