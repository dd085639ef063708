import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { VersionConflict } from '../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../context.ts';
import { applicationOf } from '../application.types.ts';
import { say } from '../messages.ts';
import { ApplicationEnded, ApplicationNotFound, NotEligible } from '../refusals.types.ts';
import { CONFIRMATION_DAYS } from './confirm-terms.rules.ts';
import { type ConfirmTermsOutcome, confirmTerms } from './confirm-terms.ts';
import { ConfirmTermsInput, ConfirmTermsResult, ConfirmTermsSuccess, TermsOutdated } from './confirm-terms.types.ts';

@Resolver()
export class ConfirmTermsResolver {
  @Allow(signedIn)
  @Mutation(() => ConfirmTermsResult, {
    description: `Confirms that the signed-in person still wants what they applied for, after its terms have changed; they are judged by the new ones. Without it the application ends after ${CONFIRMATION_DAYS} days as NOT_SELECTED. For everybody else it is not found.`,
  })
  async confirmTerms(
    @Arg('input', () => ConfirmTermsInput) input: ConfirmTermsInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ConfirmTermsResult> {
    const { applicationId, termsVersion, expectedVersion = null } = input;
    const command = { personId: personOf(viewer), applicationId, termsVersion, expectedVersion };
    const outcome = await confirmTerms(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ConfirmTermsSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}

function refuse(refusal: Extract<ConfirmTermsOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'application-not-found':
      return new ApplicationNotFound(say('APPLICATION_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'application-ended':
      return new ApplicationEnded(say('APPLICATION_ENDED', locale), refusal.status);
    case 'terms-outdated':
      return new TermsOutdated(say('TERMS_OUTDATED', locale), refusal.termsVersion);
    case 'not-eligible':
      return new NotEligible(say('NOT_ELIGIBLE', locale, { count: refusal.failed.length }), refusal.failed, locale);
  }
}
