import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holds, personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { AvailabilityType } from '../../availability/availability.types.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { EditionFull } from '../register/register-for-forum.types.ts';
import { REVIEWERS } from '../registration.rules.ts';
import { registrationOf } from '../registration.types.ts';
import { type ReviewRegistrationOutcome, reviewRegistration } from './review-registration.ts';
import {
  ReviewRegistrationInput,
  ReviewRegistrationResult,
  ReviewRegistrationSuccess,
} from './review-registration.types.ts';

@Resolver()
export class ReviewRegistrationResolver {
  @Allow(signedIn)
  @Mutation(() => ReviewRegistrationResult, {
    description:
      'Approves, rejects or cancels a registration. For accreditation officers and administrators of its edition; for everybody else it is not found.',
  })
  async reviewRegistration(
    @Arg('input', () => ReviewRegistrationInput) input: ReviewRegistrationInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ReviewRegistrationResult> {
    const { viewer, locale, loaders } = context;
    const reason = input.reason ?? null;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = {
      actorId: personOf(viewer),
      registrationId: input.registrationId,
      decision: input.decision,
      reason,
      expectedVersion: input.expectedVersion ?? null,
      mayReview: (editionId: string) => holds(viewer, REVIEWERS, { kind: 'EDITION', id: editionId }),
    };
    const outcome = await reviewRegistration(context.em, command, context.now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ReviewRegistrationSuccess(await registrationOf(outcome.registrationId, loaders.registrationById));
  }
}

function refuse(refusal: Extract<ReviewRegistrationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'full': {
      const { seats } = refusal;
      const availability = new AvailabilityType({ ...seats, waitlist_limit: seats.waitlistLimit });
      return new EditionFull(say('EDITION_FULL', locale, { capacity: seats.capacity }), availability);
    }
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
    }
  }
}
