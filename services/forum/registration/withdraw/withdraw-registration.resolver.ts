import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { RegistrationStatus } from '../registration.rules.ts';
import { registrationOf } from '../registration.types.ts';
import { type WithdrawRegistrationOutcome, withdrawRegistration } from './withdraw-registration.ts';
import {
  WithdrawRegistrationInput,
  WithdrawRegistrationResult,
  WithdrawRegistrationSuccess,
} from './withdraw-registration.types.ts';

@Resolver()
export class WithdrawRegistrationResolver {
  @Allow(signedIn)
  @Mutation(() => WithdrawRegistrationResult, {
    description:
      'Withdraws a registration: the signed-in person’s own, or one of a group they registered. Session bookings and the badge go with it; the seat is offered to the next in line in the same moment. Also how to leave the waiting list.',
  })
  async withdrawRegistration(
    @Arg('input', () => WithdrawRegistrationInput) {
      registrationId,
      expectedVersion,
      reason,
    }: WithdrawRegistrationInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof WithdrawRegistrationResult> {
    const { locale } = context;
    const violation = reasonViolation(reason ?? null, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = {
      actorId: personOf(context.viewer),
      registrationId,
      expectedVersion: expectedVersion ?? null,
      reason: reason ?? null,
    };
    const outcome = await withdrawRegistration(context.em, command, context.now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new WithdrawRegistrationSuccess(
      await registrationOf(outcome.registrationId, context.loaders.registrationById),
    );
  }
}

function refuse(refusal: Extract<WithdrawRegistrationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, allowed } = refusal;
      const to = RegistrationStatus.WITHDRAWN;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), { from, to, allowed });
    }
  }
}
