import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { invalid, refuse, violation } from '../../selection/refusal/refusals.types.ts';
import { COMMENT_LENGTH, checkScores } from '../assessment.rules.ts';
import { assessApplication } from './assess-application.ts';
import {
  AssessApplicationInput,
  AssessApplicationResult,
  AssessApplicationSuccess,
  MarkNotToBeAssessedInput,
  MarkNotToBeAssessedResult,
  MarkNotToBeAssessedSuccess,
} from './assess-application.types.ts';
import { markNotToBeAssessed } from './mark-not-to-be-assessed.ts';

@Resolver()
export class AssessApplicationResolver {
  @Allow(signedIn)
  @Mutation(() => AssessApplicationResult, {
    description:
      'Assesses an applicant who was sent to the host: by an officer of the host or whoever runs placements, each once by each method, after `declareInterest`. The first assessment makes the application ASSESSED. Applicants never read scores or comments. For strangers the application is not found.',
  })
  async assessApplication(
    @Arg('input', () => AssessApplicationInput) input: AssessApplicationInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof AssessApplicationResult> {
    const { idempotencyKey = null, applicationId, method, recommendation } = input;
    const comment = input.comment?.trim() || null;
    const criteria = (input.criteria ?? []).map(({ criterion, score }) => ({ criterion, score }));
    const scores = { score: input.score ?? null, criteria, comment };
    const violations = checkScores(scores).map(({ path, problem }) =>
      violation(path, problem, locale, { maximum: COMMENT_LENGTH }),
    );
    if (violations.length > 0) return invalid(violations, locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const command = { viewer: actor, idempotencyKey, applicationId, method, scores, recommendation };
    const outcome = await assessApplication(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new AssessApplicationSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }

  @Allow(signedIn)
  @Mutation(() => MarkNotToBeAssessedResult, {
    description:
      'Sets aside an applicant who was sent to the host and whom nobody will assess: they are NOT_SELECTED, since others fitted better. By whoever may assess, after `declareInterest`. For strangers the application is not found.',
  })
  async markNotToBeAssessed(
    @Arg('input', () => MarkNotToBeAssessedInput) input: MarkNotToBeAssessedInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof MarkNotToBeAssessedResult> {
    const { applicationId, reason = null, expectedVersion = null } = input;
    const problem = reasonViolation(reason, locale);
    if (problem) return invalid([problem], locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await markNotToBeAssessed(em, { viewer: actor, applicationId, reason, expectedVersion }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new MarkNotToBeAssessedSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
