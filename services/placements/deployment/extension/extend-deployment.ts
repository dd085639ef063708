import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type AccreditationShort, isAccredited, statusOn } from '../../host-organisation/host-organisation.rules.ts';
import { budgetShort, lockBudget } from '../../programme/lock-budget.ts';
import type { BudgetShort } from '../../programme/programme.rules.ts';
import { scheduleReports } from '../../report/schedule/schedule-reports.ts';
import {
  type ActedOn,
  type ActRefusal,
  type DeploymentAct,
  deploymentToActOn,
  type InvalidDay,
} from '../act-on-deployment.ts';
import { againOnOverlap } from '../again-on-overlap.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { monthlyCost } from '../ending/entitlement.rules.ts';
import { firstUninsured } from '../insurance/uninsured.ts';
import { keysOf } from '../move-deployment.ts';
import { type Overlap, overlapOf } from '../overlap.ts';
import { daysAfter } from '../place-day.rules.ts';
import { type ClearancesRefusal, checkClearances } from '../readiness/outstanding.ts';

export interface ExtendDeployment extends DeploymentAct {
  /** The new last day. */
  readonly until: string;
  readonly reason: string;
}

export type ExtendDeploymentOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | InvalidDay
  | ClearancesRefusal
  | { readonly refusal: 'wrong-stage'; readonly status: DeploymentStatus }
  | ({ readonly refusal: 'host-not-accredited' } & AccreditationShort)
  | { readonly refusal: 'insurance-gap'; readonly from: string; readonly until: string }
  | Overlap
  | ({ readonly refusal: 'budget-exhausted' } & BudgetShort);

const { READY, TRAVELLING, SERVING, ON_LEAVE } = DeploymentStatus;

/** While service is under way or certain. Whoever is suspended or about to end is not extended. */
const EXTENDABLE: readonly DeploymentStatus[] = [READY, TRAVELLING, SERVING, ON_LEAVE];

/**
 * Has a volunteer serve longer. The host is accredited, the volunteer insured and cleared through the new last day, no
 * other service of theirs is in the way, and the programme pays for the months that are added.
 *
 * The database keeps services of one person apart, so that of two that race the second is told of the first.
 */
export function extendDeployment(
  em: EntityManager,
  command: ExtendDeployment,
  now: Date,
): Promise<ExtendDeploymentOutcome> {
  return againOnOverlap(em, (tx) => extend(tx, command, now));
}

async function extend(tx: EntityManager, command: ExtendDeployment, now: Date): Promise<ExtendDeploymentOutcome> {
  const acted = await deploymentToActOn(tx, command, now);
  if ('refusal' in acted) return acted;
  const { deployment, actorId, opening } = acted;
  const { id, status, startsOn, endsOn: from, personId } = deployment;
  const { until: endsOn, reason } = command;
  if (!EXTENDABLE.includes(status)) return { refusal: 'wrong-stage', status };
  if (endsOn <= from)
    return { refusal: 'invalid-day', path: ['until'], problem: 'NOT_BEFORE', day: daysAfter(from, 1) };
  const refusal =
    (await checkHost(acted, endsOn)) ??
    (await checkInsurance(tx, acted, endsOn)) ??
    (await checkClearances(tx, acted, endsOn)) ??
    (await overlapOf(tx, { personId, startsOn, endsOn, exceptId: id }));
  if (refusal) return refusal;

  const means = await lockBudget(tx, deployment.programme.id);
  const cost = (last: string) => monthlyCost(opening.entitlements, { from: startsOn, until: last }, means.currency);
  const needed = cost(endsOn) - cost(from);
  const short = budgetShort(means, needed);
  if (short) return { refusal: 'budget-exhausted', ...short };
  deployment.endsOn = endsOn;
  deployment.committedMinor += needed;
  const changes = [{ field: 'endsOn', from, to: endsOn }];
  audit(tx, { actorId, onBehalfOfId: personId, command: 'extendDeployment', subjectId: id, changes, reason }, now);
  publish(tx, 'DeploymentExtended', { ...keysOf(deployment), status, from }, now);
  await tx.flush();
  if (deployment.enteredOn) await scheduleReports(tx, deployment, { actorId, command: 'extendDeployment' }, now);
  return { deploymentId: id };
}

async function checkHost({ deployment, today }: ActedOn, neededUntil: string) {
  const host = await deployment.hostOrganisation.loadOrFail();
  if (isAccredited(host, { from: today, until: neededUntil }, today)) return null;
  const validUntil = host.accreditationValidUntil ?? null;
  return { refusal: 'host-not-accredited', status: statusOn(host, today), validUntil, neededUntil } as const;
}

/** Days that have passed cannot be insured any more, and block nothing. */
async function checkInsurance(tx: EntityManager, { deployment, today }: ActedOn, until: string) {
  const from = deployment.startsOn > today ? deployment.startsOn : today;
  const gap = await firstUninsured(tx, deployment.id, { from, until });
  return gap && ({ refusal: 'insurance-gap', ...gap } as const);
}
