import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holders, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { LocalDate } from '../../../../shared/graph/scalars.ts';
import { PLACERS } from '../../../application/application.rules.ts';
import type { PlacementsContext } from '../../../context.ts';
import type { DutyReportRow } from '../../../report/report.loaders.ts';
import { owedAtEnding } from '../../../report/schedule/schedule.rules.ts';
import { DeploymentEnding } from '../../deployment.rules.ts';
import { DeploymentType, deploymentOf } from '../../deployment.types.ts';
import { say } from '../../messages.ts';
import { WrongStage } from '../../refusal/deployment-refusals.types.ts';
import { actRefused, invalidInput, reasonProblems, stepRefused, wrongDay } from '../../refusal/refusals.types.ts';
import { DeploymentSuccess } from '../../step/deployment-steps.types.ts';
import { completionChecklist } from '../completion.rules.ts';
import { type EndDeploymentOutcome, endDeployment } from '../end-deployment.ts';
import {
  ChecklistIncomplete,
  CompletionItemOfOthers,
  EndDeploymentInput,
  EndDeploymentResult,
  EndDeploymentSuccess,
  TickCompletionItemInput,
  TickCompletionItemResult,
  TooEarlyToComplete,
} from '../end-deployment.types.ts';
import { checkEnding } from '../end-input.rules.ts';
import { certificateOf, endings, reportsDueOf } from '../ending.rules.ts';
import { CompletionChecklistItem, EndingPreview, EntitlementPreview, ReportDue } from '../ending.types.ts';
import { settleEntitlements } from '../entitlement.rules.ts';
import { tickCompletionItem } from '../tick-completion-item.ts';

@Resolver(() => DeploymentType)
export class EndingResolver {
  @FieldResolver(() => EndingPreview, {
    description:
      'What follows if service ends so on a day: the certificate, the reports that stay due, and what becomes of each entitlement. Shown before anybody confirms; whether it may end so is another question.',
  })
  async endingPreview(
    @Root() { row }: DeploymentType,
    @Arg('ending', () => DeploymentEnding) ending: DeploymentEnding,
    @Arg('on', () => LocalDate) on: string,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<EndingPreview> {
    const agreed = await loaders.entitlementsByOpening.load(row.opening_id);
    const { starts_on: startsOn, ends_on: endsOn, departs_on: departsOn, entered_on: enteredOn } = row;
    const service = { startsOn, endsOn, departsOn, enteredOn };
    const settled = settleEntitlements(agreed?.entitlements ?? [], service, { ending, on });
    const hasEntered = enteredOn !== null;
    const reports = (await loaders.reportsByDeployment.load(row.id)).flatMap(keptReport);
    const owed = hasEntered ? owedAtEnding(reports, { enteredOn, endedOn: on }, reportsDueOf(ending, hasEntered)) : [];
    return new EndingPreview({
      certificateKind: certificateOf(ending, hasEntered),
      reportsDue: owed.map(({ kind, dueOn }) => new ReportDue(kind, dueOn)),
      entitlements: settled.map((one) => new EntitlementPreview(one)),
      evidenceDue: endings[ending].evidence,
    });
  }

  @FieldResolver(() => [CompletionChecklistItem], {
    description: 'What the volunteer, the host and the office do before service is completed, in its order.',
  })
  async completionChecklist(
    @Root() { id }: DeploymentType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<CompletionChecklistItem[]> {
    const rows = await loaders.doneItemsByDeployment.load(id);
    const done = new Map(rows.map((row) => [row.item, row.done_at]));
    return completionChecklist.map(({ item }) => new CompletionChecklistItem(item, done.get(item) ?? null));
  }

  @Allow(signedIn)
  @Mutation(() => TickCompletionItemResult, {
    description:
      'Ticks an item of the end checklist, by whom it belongs to: the volunteer, the host, or those who run placements. For everybody else the deployment is not found.',
  })
  async tickCompletionItem(
    @Arg('input', () => TickCompletionItemInput) input: TickCompletionItemInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof TickCompletionItemResult> {
    const { deploymentId, expectedVersion = null, item } = input;
    const command = { viewer, deploymentId, expectedVersion, item, done: input.done ?? true };
    const outcome = await tickCompletionItem(em, command, now());
    if (!('refusal' in outcome)) {
      return new DeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
    }
    switch (outcome.refusal) {
      case 'wrong-stage':
        return new WrongStage(say('WRONG_STAGE', locale, { status: outcome.status }), outcome.status);
      case 'item-of-others':
        return new CompletionItemOfOthers(say('ITEM_OF_OTHERS', locale), outcome.party);
      default:
        return actRefused(outcome, locale);
    }
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => EndDeploymentResult, {
    description:
      'Ends a deployment in one of seven ways. COMPLETED needs the last day and a complete end checklist; whoever was EVACUATED may resume. An early end frees the position.',
  })
  async endDeployment(
    @Arg('input', () => EndDeploymentInput) input: EndDeploymentInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof EndDeploymentResult> {
    const { deploymentId, expectedVersion = null, ending, on, reason = null, evidence = null } = input;
    const ticks = (input.checklist ?? []).map(({ item, done }) => ({ item, done }));
    const problems = checkEnding({ ending, reason, evidence, ticks });
    const violations = reasonProblems(reason, false, locale);
    if (problems.length + violations.length > 0) return invalidInput(problems, violations, locale);
    const command = { viewer, deploymentId, expectedVersion, ending, on, reason, evidence, ticks };
    const outcome = await endDeployment(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new EndDeploymentSuccess(await deploymentOf(outcome.deploymentId, loaders.deploymentById));
  }
}

/** A report as its schedule knows it; incidents are on none. */
function keptReport({ kind, period, covers_until: coversUntil, state, due_on: dueOn }: DutyReportRow) {
  return dueOn === null ? [] : [{ kind, period, coversUntil, state, dueOn }];
}

function refuse(refusal: Extract<EndDeploymentOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'invalid-transition':
      return stepRefused(refusal, locale);
    case 'invalid-day':
      return wrongDay(refusal, locale);
    case 'too-early-to-complete':
      return new TooEarlyToComplete(say('TOO_EARLY_TO_COMPLETE', locale, { day: refusal.endsOn }), refusal.endsOn);
    case 'checklist-incomplete': {
      const { missing } = refusal;
      return new ChecklistIncomplete(say('CHECKLIST_INCOMPLETE', locale, { count: missing.length }), missing);
    }
    default:
      return actRefused(refusal, locale);
  }
}
