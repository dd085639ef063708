import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { Clearance } from '../../clearance/clearance.entity.ts';
import { scheduleReports } from '../../report/schedule/schedule-reports.ts';
import {
  type ActedOn,
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type InvalidDay,
  type StepRefused,
} from '../act-on-deployment.ts';
import { againOnOverlap } from '../again-on-overlap.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { moveDeployment } from '../move-deployment.ts';
import { type ClearancesRefusal, checkClearances } from '../readiness/outstanding.ts';
import { checkEntry } from '../travel/travel.rules.ts';
import { beginEarlier, type EarlierRefusal } from './begin-earlier.ts';

export interface ConfirmEntryOnDuty extends DeploymentAct {
  readonly on: string;
}

export type ConfirmEntryOnDutyOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | StepRefused
  | InvalidDay
  | ClearancesRefusal
  | EarlierRefusal;

const { PREPARING, READY, TRAVELLING, SERVING } = DeploymentStatus;

/**
 * Service begins: the host confirms the day on which the volunteer entered on duty. Nothing else begins it, and its
 * reports are scheduled with it.
 *
 * Whoever has come before travel was ordered is cleared first; the database refuses it otherwise. Who enters before the
 * agreed first day serves from that day on.
 */
export function confirmEntryOnDuty(
  em: EntityManager,
  command: ConfirmEntryOnDuty,
  now: Date,
): Promise<ConfirmEntryOnDutyOutcome> {
  return againOnOverlap(em, (tx) => confirm(tx, command, now));
}

async function confirm(tx: EntityManager, command: ConfirmEntryOnDuty, now: Date): Promise<ConfirmEntryOnDutyOutcome> {
  const acted = await deploymentToActOn(tx, command, now);
  if ('refusal' in acted) return acted;
  const { deployment, actorId, today } = acted;
  const { on } = command;
  const step = checkStep(acted, SERVING, [PREPARING, READY, TRAVELLING]);
  if (step) return step;
  const uncleared = deployment.status === TRAVELLING ? null : await checkClearances(tx, acted);
  if (uncleared) return uncleared;
  const setsOutOn = deployment.departsOn ?? (await clearedOn(tx, acted));
  const act = { actorId, command: 'confirmEntryOnDuty' };
  const refusal =
    checkEntry(on, { today, setsOutOn, endsOn: deployment.endsOn }) ??
    (on < deployment.startsOn ? await beginEarlier(tx, acted, { ...act, on }, now) : null);
  if (refusal) return refusal;
  deployment.enteredOn = on;
  await moveDeployment(tx, deployment, { ...act, to: SERVING }, now);
  await scheduleReports(tx, deployment, act, now);
  return { deploymentId: deployment.id };
}

/** The day at the place by which the placement was accepted and the last of its clearances recorded. */
async function clearedOn(tx: EntityManager, { deployment, opening }: ActedOn): Promise<string> {
  const { application, madeAt } = deployment;
  const clearances = application ? await tx.find(Clearance, { applicationId: application.id }) : [];
  const kinds = new Set(opening.clearances.map(({ kind }) => kind));
  const instants = clearances.flatMap(({ kind, recordedAt }) => (kinds.has(kind) && recordedAt ? [recordedAt] : []));
  return dayIn(opening.timeZone, new Date(Math.max(...[madeAt, ...instants].map((instant) => instant.getTime()))));
}
