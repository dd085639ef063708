import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { lockOpening } from '../opening/move-opening.ts';
import { Deployment } from './deployment.entity.ts';
import type { DeploymentStatus } from './deployment.rules.ts';

/** A deployment under lock, its opening before it, since its end may free a position. Null where there is none. */
export async function lockDeployment(tx: EntityManager, id: string): Promise<Deployment | null> {
  const known = await tx.findOne(Deployment, id);
  if (!known) return null;
  await lockOpening(tx, known.opening.id);
  return tx.findOneOrFail(Deployment, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A step of a deployment, and whose act it is. */
export interface DeploymentStep {
  readonly to: DeploymentStatus;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/** Takes a deployment a step on. In the caller's transaction, which holds the lock and knows that the step is allowed. */
export async function moveDeployment(
  tx: EntityManager,
  deployment: Deployment,
  { to, ...act }: DeploymentStep,
  now: Date,
): Promise<void> {
  const { id, status: from, personId } = deployment;
  deployment.status = to;
  const onBehalfOfId = act.actorId !== null && act.actorId !== personId ? personId : null;
  audit(tx, { ...act, onBehalfOfId, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'DeploymentMoved', { ...keysOf(deployment), from, to }, now);
  await tx.flush();
}

/** What an event about a deployment says which it is by, and when it is. */
export function keysOf(deployment: Deployment) {
  const { id, application, opening, programme, hostOrganisation, countryCode, personId, startsOn, endsOn } = deployment;
  return {
    deploymentId: id,
    applicationId: application?.id ?? null,
    openingId: opening.id,
    programmeId: programme.id,
    hostOrganisationId: hostOrganisation.id,
    countryCode,
    personId,
    startsOn,
    endsOn,
  };
}
