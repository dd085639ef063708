import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { issueCertificate } from '../../certificate/issue-certificate.ts';
import { takeBackCertificate } from '../../certificate/revoke/take-back.ts';
import { isErased } from '../../report/move-report.ts';
import { scheduleLastReports } from '../../report/schedule/schedule-reports.ts';
import {
  type ActedOn,
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type InvalidDay,
  type StepRefused,
} from '../act-on-deployment.ts';
import { BEFORE_DEPARTURE, type DeploymentEnding, DeploymentStatus, type EndingEvidence } from '../deployment.rules.ts';
import { closeLeave } from '../leave/close-leave.ts';
import { moveDeployment } from '../move-deployment.ts';
import { endPlacedApplication } from '../step/call-off.ts';
import { type CompletionItem, missingOf } from './completion.rules.ts';
import { doneItems, markCompletionItem } from './completion-gate.ts';
import { CertificateKind, certificateOf, endings, reportsDueOf } from './ending.rules.ts';
import { owedIn, settleEntitlements } from './entitlement.rules.ts';

export interface EndDeployment extends DeploymentAct {
  readonly ending: DeploymentEnding;
  /** The last day of service. */
  readonly on: string;
  /** Checked against what the ending takes, as the evidence and the ticks are. */
  readonly reason: string | null;
  readonly evidence: EndingEvidence | null;
  readonly ticks: readonly { readonly item: CompletionItem; readonly done: boolean }[];
}

export type EndDeploymentOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | StepRefused
  | InvalidDay
  | { readonly refusal: 'too-early-to-complete'; readonly endsOn: string }
  | { readonly refusal: 'checklist-incomplete'; readonly missing: readonly CompletionItem[] };

/**
 * Ends a deployment in one of seven ways, on a day that has come. An early end gives the position back; money of the
 * programme that is not owed any more comes back with it, unless service may resume.
 *
 * Reports that are still owed stay, and the certificate that the ending earns is issued with it; one that an evacuation
 * has earned is taken back where the end after it earns none.
 *
 * Completion needs the last day and the whole checklist. Office items ticked with it count; a refusal ticks nothing.
 */
export function endDeployment(em: EntityManager, command: EndDeployment, now: Date): Promise<EndDeploymentOutcome> {
  const { ending, on, reason, evidence, ticks } = command;
  const to = DeploymentStatus[ending];
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, command, now);
    if ('refusal' in acted) return acted;
    const refusal =
      checkStep(acted, to) ??
      checkDay(acted, command) ??
      (await checkCompletion(tx, acted, command)) ??
      checkTerm(acted, command);
    if (refusal) return refusal;

    const { deployment, opening, actorId } = acted;
    const {
      id: deploymentId,
      personId,
      status: from,
      startsOn,
      endsOn,
      departsOn = null,
      enteredOn = null,
    } = deployment;
    for (const { item, done } of ticks) {
      await markCompletionItem(tx, { deploymentId, item, done, actorId, command: 'endDeployment' }, now);
    }
    await closeLeave(tx, deployment, on);
    tx.assign(deployment, { endedOn: on, endingEvidence: evidence });
    if (endings[ending].releasesMoney) {
      const { currency } = await deployment.programme.loadOrFail();
      const service = { startsOn, endsOn, departsOn, enteredOn };
      const settled = settleEntitlements(opening.entitlements, service, { ending, on });
      deployment.committedMinor = Math.min(deployment.committedMinor, owedIn(currency ?? null, settled));
    }
    const by = { actorId, command: 'endDeployment' };
    await moveDeployment(tx, deployment, { ...by, to, reason }, now);
    const closing = reportsDueOf(ending, enteredOn !== null);
    await scheduleLastReports(tx, deployment, { ...by, closing }, now);
    const kind = certificateOf(ending, enteredOn !== null);
    if (kind === CertificateKind.NONE) await takeBackCertificate(tx, deployment, { ...by, reason }, now);
    else if (!(await isErased(tx, personId))) await issueCertificate(tx, deployment, { ...by, kind }, now);
    // Whoever has not set out was placed to no end, since the host does not take them.
    if (BEFORE_DEPARTURE.includes(from)) {
      await endPlacedApplication(tx, deployment, { ...by, isByVolunteer: false, reason }, now);
    }
    return { deploymentId };
  });
}

/** Service ends between its first day and today, and no later than agreed, or than it did by evacuation. */
function checkDay({ deployment, opening, today }: ActedOn, { on }: EndDeployment): InvalidDay | null {
  const { enteredOn, endsOn, endedOn, madeAt } = deployment;
  const last = endedOn ?? endsOn;
  const first = enteredOn ?? dayIn(opening.timeZone, madeAt);
  const refused = { refusal: 'invalid-day', path: ['on'] } as const;
  if (on > today) return { ...refused, problem: 'IN_FUTURE', day: today };
  if (on < first) return { ...refused, problem: 'NOT_BEFORE', day: first };
  return on > last ? { ...refused, problem: 'NOT_AFTER', day: last } : null;
}

/** Completion comes with the agreed last day. What is missing from the checklist is said before: it can be worked on. */
function checkTerm({ deployment: { endsOn } }: ActedOn, { ending, on }: EndDeployment) {
  const isEarly = endings[ending].isCompletion && on < endsOn;
  return isEarly ? ({ refusal: 'too-early-to-complete', endsOn } as const) : null;
}

async function checkCompletion(tx: EntityManager, { deployment }: ActedOn, { ending, ticks }: EndDeployment) {
  if (!endings[ending].isCompletion) return null;
  const done = await doneItems(tx, deployment.id);
  for (const tick of ticks) {
    if (tick.done) done.add(tick.item);
    else done.delete(tick.item);
  }
  const missing = missingOf(done, { isErased: await isErased(tx, deployment.personId) });
  return missing.length === 0 ? null : ({ refusal: 'checklist-incomplete', missing } as const);
}
