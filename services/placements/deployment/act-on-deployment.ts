import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import type { Opening } from '../opening/opening.entity.ts';
import type { Deployment } from './deployment.entity.ts';
import {
  actorsOnDeployment,
  type DeploymentActor,
  type DeploymentStatus,
  deploymentTransitions,
} from './deployment.rules.ts';
import { lockDeployment } from './move-deployment.ts';

/** Somebody's act on a deployment. */
export interface DeploymentAct {
  readonly viewer: Viewer;
  readonly deploymentId: string;
  /** The version it was decided from; null to act on whatever is there. */
  readonly expectedVersion: number | null;
}

/** A deployment under lock, and who acts on it. */
export interface ActedOn {
  readonly deployment: Deployment;
  readonly opening: Opening;
  readonly actors: readonly DeploymentActor[];
  readonly actorId: string;
  /** The day at the place of service. */
  readonly today: string;
}

export type ActRefusal =
  | { readonly refusal: 'deployment-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

export interface StepRefused {
  readonly refusal: 'invalid-transition';
  readonly from: DeploymentStatus;
  readonly to: DeploymentStatus;
  readonly allowed: readonly DeploymentStatus[];
}

/** A day that a deployment does not take, and the one it is measured by. */
export interface InvalidDay {
  readonly refusal: 'invalid-day';
  /** Where in the input. */
  readonly path: readonly string[];
  readonly problem: 'IN_FUTURE' | 'NOT_BEFORE' | 'NOT_AFTER';
  readonly day: string;
}

/** The deployment that an act is about, under lock until commit. To whoever has no part in it there is none. */
export async function deploymentToActOn(
  tx: EntityManager,
  { viewer, deploymentId, expectedVersion }: DeploymentAct,
  now: Date,
): Promise<ActedOn | ActRefusal> {
  const deployment = await lockDeployment(tx, deploymentId);
  if (!deployment) return { refusal: 'deployment-not-found' };
  const { personId, hostOrganisation, version } = deployment;
  const actors = actorsOnDeployment(viewer, { personId, hostOrganisationId: hostOrganisation.id });
  if (actors.length === 0) return { refusal: 'deployment-not-found' };
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const opening = await deployment.opening.loadOrFail();
  return { deployment, opening, actors, actorId: personOf(viewer), today: dayIn(opening.timeZone, now) };
}

/**
 * Why a deployment may not take a step by these hands, or null. `from` says from where alone an act leads there, of
 * several acts that do.
 */
export function checkStep(
  { deployment: { status }, actors }: Pick<ActedOn, 'deployment' | 'actors'>,
  to: DeploymentStatus,
  from: readonly DeploymentStatus[] = [status],
): StepRefused | null {
  const reached = new Set(actors.flatMap((actor) => transitionsFrom(deploymentTransitions, status, actor)));
  if (!from.includes(status)) reached.delete(to);
  return reached.has(to) ? null : { refusal: 'invalid-transition', from: status, to, allowed: [...reached] };
}
