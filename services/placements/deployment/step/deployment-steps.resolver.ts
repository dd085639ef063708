import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { deploymentOf } from '../deployment.types.ts';
import { say } from '../messages.ts';
import { OverlappingDeployment } from '../refusal/deployment-refusals.types.ts';
import { actRefused, invalidInput, reasonProblems, stepRefused } from '../refusal/refusals.types.ts';
import { DeploymentStepInput, DeploymentSuccess, MoveDeploymentResult } from './deployment-steps.types.ts';
import { type PlainStep, plainSteps } from './step.rules.ts';
import { stepDeployment } from './step-deployment.ts';

@Resolver()
export class DeploymentStepsResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => MoveDeploymentResult, {
    description:
      'Says that a volunteer is not ready after all, with a reason. The portal does so by itself where a clearance does not hold any more.',
  })
  takeReadinessBack(
    @Arg('input', () => DeploymentStepInput) input: DeploymentStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveDeploymentResult> {
    return step('takeReadinessBack', input, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveDeploymentResult, { description: 'Suspends service, with a reason. A leave ends with it.' })
  suspendDeployment(
    @Arg('input', () => DeploymentStepInput) input: DeploymentStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveDeploymentResult> {
    return step('suspendDeployment', input, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveDeploymentResult, {
    description: 'Has a volunteer serve on who was suspended or evacuated, to the agreed last day.',
  })
  resumeDeployment(
    @Arg('input', () => DeploymentStepInput) input: DeploymentStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveDeploymentResult> {
    return step('resumeDeployment', input, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveDeploymentResult, {
    description:
      'Says that service is about to end, so that everybody works off the end checklist. By the host or those who run placements; for everybody else it is not found.',
  })
  beginEnding(
    @Arg('input', () => DeploymentStepInput) input: DeploymentStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveDeploymentResult> {
    return step('beginEnding', input, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveDeploymentResult, {
    description:
      'Calls a deployment off before departure, with a reason. The position is free again. By the volunteer or those who run placements; for everybody else it is not found.',
  })
  cancelDeployment(
    @Arg('input', () => DeploymentStepInput) input: DeploymentStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveDeploymentResult> {
    return step('cancelDeployment', input, context);
  }
}

async function step(
  name: PlainStep,
  { deploymentId, expectedVersion = null, reason = null }: DeploymentStepInput,
  { em, viewer, locale, loaders, now }: PlacementsContext,
): Promise<typeof MoveDeploymentResult> {
  const violations = reasonProblems(reason, plainSteps[name].needsReason, locale);
  if (violations.length > 0) return invalidInput([], violations, locale);
  const outcome = await stepDeployment(em, { viewer, deploymentId, expectedVersion, step: name, reason }, now());
  if (!('refusal' in outcome)) {
    return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
  }
  switch (outcome.refusal) {
    case 'invalid-transition':
      return stepRefused(outcome, locale);
    case 'overlapping-deployment':
      return new OverlappingDeployment(say('OVERLAPPING_DEPLOYMENT', locale), outcome);
    default:
      return actRefused(outcome, locale);
  }
}
