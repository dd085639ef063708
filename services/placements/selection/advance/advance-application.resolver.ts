import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { Violation } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { type ApplicationOutcome, ApplicationStatus, PLACERS } from '../../application/application.rules.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { invalid, refuse, violation } from '../refusal/refusals.types.ts';
import { advanceApplication } from './advance-application.ts';
import {
  AdvanceApplicationInput,
  AdvanceApplicationResult,
  AdvanceApplicationSuccess,
  AdvanceApplicationsInput,
  AdvanceApplicationsResult,
  AdvanceApplicationsSuccess,
  AdvanceRowResult,
} from './advance-application.types.ts';
import { ADVANCES_LIMIT, advanceApplications } from './advance-applications.ts';

@Resolver()
export class AdvanceApplicationResolver {
  @Allow(signedIn)
  @Mutation(() => AdvanceApplicationResult, {
    description:
      'Takes an application a step on in the selection, for those who run placements, and for the host it was sent to. Choosing may begin while applications are still taken. Not before what the opening asks for before the host has passed, and not on terms that the applicant has not confirmed. Offers, answers to them and failed clearances are acts of their own. For strangers the application is not found.',
  })
  async advanceApplication(
    @Arg('input', () => AdvanceApplicationInput) input: AdvanceApplicationInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof AdvanceApplicationResult> {
    const { applicationId, to, outcome = null, note = null, expectedVersion = null } = input;
    const violations = violationsOf({ to, outcome, note }, locale);
    if (violations.length > 0) return invalid(violations, locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const command = { viewer: actor, applicationId, to, outcome, note, expectedVersion };
    const answer = await advanceApplication(em, command, now());
    if ('refusal' in answer) return refuse(answer, locale);
    return new AdvanceApplicationSuccess(await applicationOf(answer.applicationId, loaders.applicationById));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => AdvanceApplicationsResult, {
    description:
      'Takes several applications the same step in the selection, each as `advanceApplication` would: one that is refused holds up no other.',
  })
  async advanceApplications(
    @Arg('input', () => AdvanceApplicationsInput) input: AdvanceApplicationsInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof AdvanceApplicationsResult> {
    const { to, outcome = null, note = null } = input;
    const applicationIds = [...new Set(input.applicationIds)];
    const violations = violationsOf({ to, outcome, note }, locale);
    const path = ['applicationIds'];
    if (applicationIds.length === 0) violations.push(violation(path, 'NO_APPLICATIONS', locale));
    if (applicationIds.length > ADVANCES_LIMIT) {
      violations.push(violation(path, 'TOO_MANY_APPLICATIONS', locale, { maximum: ADVANCES_LIMIT }));
    }
    if (violations.length > 0) return invalid(violations, locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const rows = await advanceApplications(em, { viewer: actor, applicationIds, to, outcome, note }, now());
    const results = rows.map(async ({ applicationId, outcome: answer }) => {
      if ('refusal' in answer) return new AdvanceRowResult(applicationId, null, refuse(answer, locale));
      return new AdvanceRowResult(applicationId, await applicationOf(applicationId, loaders.applicationById), null);
    });
    return new AdvanceApplicationsSuccess(await Promise.all(results));
  }
}

function violationsOf(
  step: { to: ApplicationStatus; outcome: ApplicationOutcome | null; note: string | null },
  locale: string,
): Violation[] {
  const violations: Violation[] = [];
  if (step.outcome !== null && step.to !== ApplicationStatus.NOT_SELECTED) {
    violations.push(violation(['outcome'], 'OUTCOME_NOT_TAKEN', locale));
  }
  const problem = reasonViolation(step.note, locale);
  if (problem) violations.push(new Violation(['input', 'note'], problem.code, problem.message));
  return violations;
}
