import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { LockedApplication } from '../../application/move-application.ts';
import { Deployment } from '../../deployment/deployment.entity.ts';
import { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { keysOf } from '../../deployment/move-deployment.ts';
import type { LockedOffer } from '../end-offer.ts';

/** Makes the deployment that an accepted offer leads to: the dates are the opening's, the money is what was offered. */
export async function makeDeployment(
  tx: EntityManager,
  { application, opening, offer }: LockedApplication & Pick<LockedOffer, 'offer'>,
  act: { readonly actorId: string; readonly command: string },
  now: Date,
): Promise<string> {
  const deployment = tx.create(Deployment, {
    id: newId('deployment'),
    application,
    opening,
    programme: opening.programme,
    hostOrganisation: opening.hostOrganisation,
    countryCode: opening.countryCode,
    personId: application.personId,
    status: DeploymentStatus.PREPARING,
    startsOn: opening.startsOn,
    endsOn: opening.endsOn,
    enteredOn: null,
    endedOn: null,
    committedMinor: offer.committedMinor,
    isDemo: opening.isDemo,
    madeAt: now,
  });
  const to = DeploymentStatus.PREPARING;
  audit(tx, { ...act, subjectId: deployment.id, changes: [{ field: 'status', from: null, to }] }, now);
  publish(tx, 'DeploymentMoved', { ...keysOf(deployment), from: null, to }, now);
  await tx.flush();
  return deployment.id;
}
