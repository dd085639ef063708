import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { type ApplicationActor, actorOnApplication } from '../application/application.rules.ts';
import { type LockedApplication, lockApplication } from '../application/move-application.ts';
import { DeclaredInterest } from '../assessment/assessment.entity.ts';
import type { Refused } from './refusal/refusal.rules.ts';

/** Somebody who acts on applications. */
export type Chooser = Viewer & { readonly personId: string };

/** An application under lock with its opening, and as whom the viewer acts on it. For strangers it is not found. */
export async function lockForChoosing(
  tx: EntityManager,
  viewer: Viewer,
  applicationId: string,
): Promise<(LockedApplication & { readonly actor: ApplicationActor }) | Refused<'application-not-found'>> {
  const locked = await lockApplication(tx, applicationId);
  const actor =
    locked &&
    actorOnApplication(viewer, {
      personId: locked.application.personId,
      hostOrganisationId: locked.opening.hostOrganisation.id,
      status: locked.application.status,
      wasSentToHost: locked.application.sentToHostAt !== null,
    });
  return actor ? { ...locked, actor } : { refusal: 'application-not-found' };
}

/** What somebody has declared about an applicant; null where they have not. */
export async function interestOf(
  tx: EntityManager,
  applicationId: string,
  declaredById: string,
): Promise<DeclaredInterest | null> {
  return tx.findOne(DeclaredInterest, { applicationId, declaredById }, { refresh: true });
}
