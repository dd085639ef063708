import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { nominationOf } from '../../nomination/nomination.types.ts';
import { plainRefusals } from '../../nomination/refusal/refusals.types.ts';
import { checkDecision } from '../credentials.rules.ts';
import { CredentialsIncomplete, decisionViolations, refuseCredentials } from '../credentials-refusals.types.ts';
import { say } from '../messages.ts';
import { type VerifyCredentialsOutcome, verifyCredentials } from './verify-credentials.ts';
import {
  VerifyCredentialsInput,
  VerifyCredentialsResult,
  VerifyCredentialsSuccess,
} from './verify-credentials.types.ts';

@Resolver()
export class VerifyCredentialsResolver {
  @Allow(signedIn)
  @Mutation(() => VerifyCredentialsResult, {
    description:
      'Decides about a nominee’s credentials; what nobody has taken up yet is taken up by it. By accreditation officers of the edition and administrators, who neither nominated nor corrected them; to others there is no such nomination. The nominee and the focal points are told by mail.',
  })
  async verifyCredentials(
    @Arg('input', () => VerifyCredentialsInput) input: VerifyCredentialsInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof VerifyCredentialsResult> {
    const { em, viewer, locale, loaders, now } = context;
    const { nominationId, decision, note = null, expectedVersion = null } = input;
    const checklist = input.checklist.map(({ item, met }) => ({ item, met }));
    const violations = decisionViolations(checkDecision(decision, checklist, note), locale);
    if (violations.length > 0) {
      return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
    }
    const officer = { ...viewer, personId: personOf(viewer) };
    const command = { viewer: officer, nominationId, decision, checklist, note, expectedVersion };
    const outcome = await verifyCredentials(em, context, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new VerifyCredentialsSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }
}

function refuse(refusal: Extract<VerifyCredentialsOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'checklist-incomplete': {
      const { missing } = refusal;
      return new CredentialsIncomplete(say('CREDENTIALS_INCOMPLETE', locale, { count: missing.length }), missing);
    }
    case 'head-successor-needed':
      return plainRefusals['head-successor-needed'](locale);
    default:
      return refuseCredentials(refusal, locale);
  }
}
