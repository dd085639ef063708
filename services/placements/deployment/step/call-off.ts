import type { EntityManager } from '@mikro-orm/postgresql';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { lockApplication, moveApplication } from '../../application/move-application.ts';
import type { Deployment } from '../deployment.entity.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { moveDeployment } from '../move-deployment.ts';

/** Whose act ends a deployment before departure. */
export interface CallingOff {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  /** The last day, though nobody has served. */
  readonly on: string;
  /** Whether it is the volunteer who does not go. */
  readonly isByVolunteer: boolean;
  readonly reason?: string | null;
}

/**
 * Calls a deployment off before departure: the position and the money are free again, and the application that led to it
 * has led to nothing. In the caller's transaction, which holds the lock on the deployment.
 */
export async function callOff(
  tx: EntityManager,
  deployment: Deployment,
  { on, isByVolunteer, ...act }: CallingOff,
  now: Date,
): Promise<void> {
  tx.assign(deployment, { endedOn: on, committedMinor: 0 });
  await moveDeployment(tx, deployment, { ...act, to: DeploymentStatus.CANCELLED_BEFORE_DEPARTURE }, now);
  await endPlacedApplication(tx, deployment, { ...act, isByVolunteer }, now);
}

/** Ends the application of somebody who was placed and does not go after all. One that has ended already stays so. */
export async function endPlacedApplication(
  tx: EntityManager,
  deployment: Deployment,
  { isByVolunteer, ...act }: Omit<CallingOff, 'on'>,
  now: Date,
): Promise<void> {
  const locked = deployment.application && (await lockApplication(tx, deployment.application.id));
  if (locked?.application.status !== ApplicationStatus.ACCEPTED) return;
  const to = isByVolunteer ? ApplicationStatus.WITHDRAWN : ApplicationStatus.RESCINDED;
  await moveApplication(tx, locked.application, { ...act, to }, now);
}
