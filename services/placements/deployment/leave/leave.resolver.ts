import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { PlacementsContext } from '../../context.ts';
import { DeploymentType, deploymentOf } from '../deployment.types.ts';
import { say } from '../messages.ts';
import { OverlappingLeave } from '../refusal/deployment-refusals.types.ts';
import { actRefused, keyReused, stepRefused, wrongDay } from '../refusal/refusals.types.ts';
import { DeploymentSuccess } from '../step/deployment-steps.types.ts';
import { endLeave } from './end-leave.ts';
import { DeploymentLeaveType, EndLeaveInput, LeaveResult, RecordLeaveInput } from './leave.types.ts';
import { type RecordLeaveOutcome, recordLeave } from './record-leave.ts';

@Resolver(() => DeploymentType)
export class LeaveResolver {
  @FieldResolver(() => [DeploymentLeaveType], { description: 'Days off duty, in their order.' })
  async leaves(@Root() { id }: DeploymentType, @Ctx() { loaders }: PlacementsContext): Promise<DeploymentLeaveType[]> {
    const rows = await loaders.leavesByDeployment.load(id);
    return rows.map((row) => new DeploymentLeaveType(row));
  }

  @Allow(signedIn)
  @Mutation(() => LeaveResult, {
    description:
      'Notes that a volunteer has gone on leave. By the host or those who run placements; for everybody else it is not found.',
  })
  async recordLeave(
    @Arg('input', () => RecordLeaveInput) input: RecordLeaveInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof LeaveResult> {
    const { deploymentId, expectedVersion = null, idempotencyKey = null, from, until } = input;
    const { em, viewer, now } = context;
    const command = { viewer, deploymentId, expectedVersion, idempotencyKey, from, until };
    return answered(await recordLeave(em, command, now()), context);
  }

  @Allow(signedIn)
  @Mutation(() => LeaveResult, {
    description:
      'Notes that a volunteer is back on duty. By the host or those who run placements; for everybody else it is not found.',
  })
  async endLeave(
    @Arg('input', () => EndLeaveInput) input: EndLeaveInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof LeaveResult> {
    const { deploymentId, expectedVersion = null, on = null } = input;
    const { em, viewer, now } = context;
    return answered(await endLeave(em, { viewer, deploymentId, expectedVersion, on }, now()), context);
  }
}

async function answered(
  outcome: RecordLeaveOutcome,
  { locale, loaders }: PlacementsContext,
): Promise<typeof LeaveResult> {
  if (!('refusal' in outcome)) {
    return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
  }
  switch (outcome.refusal) {
    case 'invalid-transition':
      return stepRefused(outcome, locale);
    case 'invalid-day':
      return wrongDay(outcome, locale);
    case 'overlapping-leave': {
      const { from, until } = outcome;
      return new OverlappingLeave(say('OVERLAPPING_LEAVE', locale, { from, until }), outcome);
    }
    case 'idempotency-key-reused':
      return keyReused(locale);
    default:
      return actRefused(outcome, locale);
  }
}
