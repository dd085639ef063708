import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holders } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { whoseDeployment } from '../deployment.loaders.ts';
import { actorsOnDeployment } from '../deployment.rules.ts';
import { DeploymentType, deploymentOf } from '../deployment.types.ts';
import { say } from '../messages.ts';
import { WrongStage } from '../refusal/deployment-refusals.types.ts';
import { actRefused, invalidInput, keyReused } from '../refusal/refusals.types.ts';
import { DeploymentSuccess } from '../step/deployment-steps.types.ts';
import { checkCover } from './insurance.rules.ts';
import {
  InsuranceCoverType,
  RecordInsuranceCoverInput,
  RecordInsuranceCoverResult,
  UninsuredDaysType,
} from './insurance.types.ts';
import { recordInsuranceCover } from './record-insurance-cover.ts';

@Resolver(() => DeploymentType)
export class InsuranceResolver {
  @FieldResolver(() => [InsuranceCoverType], { description: 'On which days the volunteer is insured, in their order.' })
  async insuranceCovers(
    @Root() { row }: DeploymentType,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<InsuranceCoverType[]> {
    const covers = await loaders.coversByDeployment.load(row.id);
    const acts = actorsOnDeployment(viewer, whoseDeployment(row)).length > 0;
    return covers.map((cover) => new InsuranceCoverType(cover, acts ? cover.policy_reference : null));
  }

  @FieldResolver(() => [UninsuredDaysType], {
    description: 'Days of service without insurance, in their order. Empty where every day is covered.',
  })
  async insuranceGaps(
    @Root() { id }: DeploymentType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<UninsuredDaysType[]> {
    const gaps = await loaders.insuranceGapsByDeployment.load(id);
    return gaps.map((gap) => new UninsuredDaysType(gap));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => RecordInsuranceCoverResult, {
    description: 'Notes on which days a volunteer is insured. Covers may meet and lie over one another.',
  })
  async recordInsuranceCover(
    @Arg('input', () => RecordInsuranceCoverInput) input: RecordInsuranceCoverInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RecordInsuranceCoverResult> {
    const { deploymentId, expectedVersion = null, idempotencyKey = null, from, until, insurer } = input;
    const cover = { from, until, insurer, policyReference: input.policyReference ?? null };
    const problems = checkCover(cover);
    if (problems.length > 0) return invalidInput(problems, [], locale);
    const command = { viewer, deploymentId, expectedVersion, idempotencyKey, cover };
    const outcome = await recordInsuranceCover(em, command, now());
    if (!('refusal' in outcome)) {
      return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
    }
    switch (outcome.refusal) {
      case 'wrong-stage':
        return new WrongStage(say('WRONG_STAGE', locale, { status: outcome.status }), outcome.status);
      case 'idempotency-key-reused':
        return keyReused(locale);
      default:
        return actRefused(outcome, locale);
    }
  }
}
