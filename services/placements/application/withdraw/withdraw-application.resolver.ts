import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { PlacementsContext } from '../../context.ts';
import { ApplicationStatus } from '../application.rules.ts';
import { applicationOf } from '../application.types.ts';
import { say } from '../messages.ts';
import { ApplicationNotFound } from '../refusals.types.ts';
import { type WithdrawApplicationOutcome, withdrawApplication } from './withdraw-application.ts';
import {
  WithdrawApplicationInput,
  WithdrawApplicationResult,
  WithdrawApplicationSuccess,
} from './withdraw-application.types.ts';

@Resolver()
export class WithdrawApplicationResolver {
  @Allow(signedIn)
  @Mutation(() => WithdrawApplicationResult, {
    description:
      'Withdraws the signed-in person’s own application, also while a placement is offered to them. Whoever has accepted one cancels the deployment instead. For everybody else it is not found.',
  })
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput) input: WithdrawApplicationInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof WithdrawApplicationResult> {
    const { applicationId, expectedVersion = null, reason = null } = input;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = { personId: personOf(viewer), applicationId, expectedVersion, reason };
    const outcome = await withdrawApplication(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new WithdrawApplicationSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}

function refuse(refusal: Extract<WithdrawApplicationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'application-not-found':
      return new ApplicationNotFound(say('APPLICATION_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from } = refusal;
      const to = ApplicationStatus.WITHDRAWN;
      const message =
        from === ApplicationStatus.ACCEPTED
          ? say('ALREADY_ACCEPTED', locale)
          : say('INVALID_TRANSITION', locale, { from, to });
      return new InvalidTransition(message, { ...refusal, to });
    }
  }
}
