import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import { deploymentOf } from '../deployment.types.ts';
import { confirmEntryOnDuty } from '../entry-on-duty/confirm-entry-on-duty.ts';
import { say } from '../messages.ts';
import { makeReady } from '../readiness/make-ready.ts';
import { OverlappingDeployment } from '../refusal/deployment-refusals.types.ts';
import { actRefused, stepRefused, uncleared, wrongDay } from '../refusal/refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';
import { type OrderTravelOutcome, orderTravel } from './order-travel.ts';
import {
  ConfirmEntryOnDutyInput,
  ConfirmEntryOnDutyResult,
  ConfirmEntryOnDutySuccess,
  OrderTravelInput,
  PrepareDeploymentResult,
} from './travel.types.ts';

@Resolver()
export class TravelResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => PrepareDeploymentResult, {
    description:
      'Says that a volunteer may travel. Every clearance that the opening asks for has passed or was waived; visa and insurance are valid through the last day of service, the others on the first.',
  })
  async makeReady(
    @Arg('input', () => DeploymentActInput) { deploymentId, expectedVersion = null }: DeploymentActInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof PrepareDeploymentResult> {
    const { em, viewer, now } = context;
    return prepared(await makeReady(em, { viewer, deploymentId, expectedVersion }, now()), context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => PrepareDeploymentResult, {
    description: 'Orders the travel of a volunteer who is ready. Clearances are asked for again.',
  })
  async orderTravel(
    @Arg('input', () => OrderTravelInput) input: OrderTravelInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof PrepareDeploymentResult> {
    const { em, viewer, now } = context;
    const { deploymentId, expectedVersion = null, departsOn = null } = input;
    return prepared(await orderTravel(em, { viewer, deploymentId, expectedVersion, departsOn }, now()), context);
  }

  @Allow(signedIn)
  @Mutation(() => ConfirmEntryOnDutyResult, {
    description:
      'Confirms that a volunteer has entered on duty: service begins. By the host or those who run placements; for everybody else it is not found. A volunteer who has come before `makeReady` and `orderTravel` enters on duty, too, once every clearance has passed.',
  })
  async confirmEntryOnDuty(
    @Arg('input', () => ConfirmEntryOnDutyInput) input: ConfirmEntryOnDutyInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ConfirmEntryOnDutyResult> {
    const { deploymentId, expectedVersion = null, on } = input;
    const outcome = await confirmEntryOnDuty(em, { viewer, deploymentId, expectedVersion, on }, now());
    if (!('refusal' in outcome)) {
      return new ConfirmEntryOnDutySuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
    }
    switch (outcome.refusal) {
      case 'overlapping-deployment':
        return new OverlappingDeployment(say('OVERLAPPING_DEPLOYMENT', locale), outcome);
      case 'budget-exhausted':
        return new BudgetExhausted(say('BUDGET_EXHAUSTED', locale), outcome);
      default:
        return refused(outcome, locale);
    }
  }
}

async function prepared(
  outcome: OrderTravelOutcome,
  { locale, loaders }: PlacementsContext,
): Promise<typeof PrepareDeploymentResult> {
  if (!('refusal' in outcome)) {
    return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
  }
  return refused(outcome, locale);
}

/** Says why somebody is not on their way, or not there. */
function refused(refusal: Extract<OrderTravelOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'invalid-transition':
      return stepRefused(refusal, locale);
    case 'invalid-day':
      return wrongDay(refusal, locale);
    case 'clearances-outstanding':
      return uncleared(refusal, locale);
    default:
      return actRefused(refusal, locale);
  }
}
