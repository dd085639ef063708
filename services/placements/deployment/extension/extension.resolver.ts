import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import { deploymentOf } from '../deployment.types.ts';
import { say } from '../messages.ts';
import { InsuranceGap, OverlappingDeployment, WrongStage } from '../refusal/deployment-refusals.types.ts';
import { actRefused, invalidInput, reasonProblems, uncleared, wrongDay } from '../refusal/refusals.types.ts';
import { DeploymentSuccess } from '../step/deployment-steps.types.ts';
import { type ExtendDeploymentOutcome, extendDeployment } from './extend-deployment.ts';
import { ExtendDeploymentInput, ExtendDeploymentResult } from './extension.types.ts';

@Resolver()
export class ExtensionResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => ExtendDeploymentResult, {
    description:
      'Has a volunteer serve longer. The host is accredited, the volunteer insured and cleared through the new last day, and the programme pays for the months that are added.',
  })
  async extendDeployment(
    @Arg('input', () => ExtendDeploymentInput) input: ExtendDeploymentInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ExtendDeploymentResult> {
    const { deploymentId, expectedVersion = null, until, reason } = input;
    const violations = reasonProblems(reason, true, locale);
    if (violations.length > 0) return invalidInput([], violations, locale);
    const outcome = await extendDeployment(em, { viewer, deploymentId, expectedVersion, until, reason }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
  }
}

function refuse(refusal: Extract<ExtendDeploymentOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'invalid-day':
      return wrongDay(refusal, locale);
    case 'wrong-stage':
      return new WrongStage(say('WRONG_STAGE', locale, { status: refusal.status }), refusal.status);
    case 'host-not-accredited':
      return new HostNotAccredited(say('HOST_NOT_ACCREDITED', locale, { day: refusal.neededUntil }), refusal);
    case 'insurance-gap': {
      const { from, until } = refusal;
      return new InsuranceGap(say('INSURANCE_GAP', locale, { from, until }), refusal);
    }
    case 'clearances-outstanding':
      return uncleared(refusal, locale);
    case 'overlapping-deployment':
      return new OverlappingDeployment(say('OVERLAPPING_DEPLOYMENT', locale), refusal);
    case 'budget-exhausted':
      return new BudgetExhausted(say('BUDGET_EXHAUSTED', locale), refusal);
    default:
      return actRefused(refusal, locale);
  }
}
