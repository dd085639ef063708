import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { VersionConflict } from '../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { invalidDetails } from '../refusal/invalid-details.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { checkDetails } from '../register/registration-input.rules.ts';
import { registrationOf } from '../registration.types.ts';
import { type ChangeRegistrationOutcome, changeRegistration } from './change-registration.ts';
import {
  ChangeRegistrationInput,
  ChangeRegistrationResult,
  ChangeRegistrationSuccess,
  ModificationClosed,
} from './change-registration.types.ts';

@Resolver()
export class ChangeRegistrationResolver {
  @Allow(signedIn)
  @Mutation(() => ChangeRegistrationResult, {
    description:
      'Changes what the signed-in person said when registering, until `deadlines.modification` or their own extension of it.',
  })
  async changeRegistration(
    @Arg('input', () => ChangeRegistrationInput) input: ChangeRegistrationInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ChangeRegistrationResult> {
    const { viewer, locale, loaders } = context;
    const details = {
      affiliation: input.affiliation ?? null,
      dietaryNeeds: input.dietaryNeeds ?? null,
      accessibilityNeeds: input.accessibilityNeeds ?? null,
      interpretationLanguage: input.interpretationLanguage ?? null,
      consents: input.consents.map(({ purpose, version }) => ({ purpose, version })),
    };
    const violations = checkDetails(details, null);
    if (violations.length > 0) return invalidDetails(violations, locale);
    const command = {
      ...details,
      actorId: personOf(viewer),
      registrationId: input.registrationId,
      expectedVersion: input.expectedVersion ?? null,
    };
    const outcome = await changeRegistration(context.em, command, context.now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ChangeRegistrationSuccess(await registrationOf(outcome.registrationId, loaders.registrationById));
  }
}

function refuse(refusal: Extract<ChangeRegistrationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'modification-closed':
      return new ModificationClosed(say('MODIFICATION_CLOSED', locale), refusal.closedAt);
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
  }
}
