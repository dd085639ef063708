import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { ACTIVE, ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { type LockedApplication, moveApplication } from '../../application/move-application.ts';
import { Deployment } from '../../deployment/deployment.entity.ts';
import { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { lockDeployment, moveDeployment } from '../../deployment/move-deployment.ts';
import { endOpenOffer } from '../../offer/end-offer.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { PLACED } from '../../selection/selection.rules.ts';
import { Clearance } from '../clearance.entity.ts';
import { ClearanceStatus, neededUntil } from '../clearance.rules.ts';
import type { ClearanceVerdict } from '../standing.rules.ts';

export interface RecordClearance {
  /** Who runs placements. */
  readonly viewer: Viewer & { readonly personId: string };
  readonly applicationId: string;
  /** With nothing wrong. */
  readonly verdict: ClearanceVerdict;
}

export type RecordClearanceOutcome =
  | { readonly applicationId: string }
  | Refused<'application-not-found' | 'application-ended' | 'conflict-of-interest' | 'clearance-too-short'>;

const command = 'recordClearance';

/**
 * Records the verdict on a clearance of an applicant; a later one takes the place of an earlier one.
 *
 * One that the opening asks for and that has failed ends an application, its open offer with it. After acceptance it
 * takes readiness away from the deployment, and those who run placements are alerted as long as it stands.
 */
export function recordClearance(
  em: EntityManager,
  { viewer, applicationId, verdict }: RecordClearance,
  now: Date,
): Promise<RecordClearanceOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockForChoosing(tx, viewer, applicationId);
    if ('refusal' in locked) return locked;
    if (locked.actor !== 'placement-officer') return { refusal: 'conflict-of-interest' };
    const { application, opening } = locked;
    if (!ACTIVE.includes(application.status)) return { refusal: 'application-ended', status: application.status };
    const deployment = await deploymentOf(tx, applicationId);
    const { kind, validUntil } = verdict;
    const status = ClearanceStatus[verdict.status];
    const needed = neededUntil(kind, deployment ?? opening);
    if (validUntil !== null && validUntil < needed) {
      return { refusal: 'clearance-too-short', kind, validUntil, neededUntil: needed };
    }

    const { personId: actorId } = viewer;
    const known = await tx.findOne(Clearance, { applicationId, kind }, { refresh: true });
    const recorded = {
      status,
      validUntil,
      issuer: verdict.issuedBy,
      reason: verdict.reason,
      recordedAt: now,
      recordedById: actorId,
    };
    if (known) tx.assign(known, recorded);
    else tx.create(Clearance, { applicationId, kind, requestedAt: null, ...recorded });
    const changes = [{ field: `clearance.${kind}`, from: known?.status ?? null, to: status }];
    const { personId: onBehalfOfId } = application;
    audit(tx, { actorId, onBehalfOfId, command, subjectId: applicationId, changes }, now);
    await tx.flush();
    const isRequired = opening.clearances.some((required) => required.kind === kind);
    if (status === ClearanceStatus.FAILED && isRequired) await follow(tx, locked, { deployment, actorId }, now);
    return { applicationId };
  });
}

async function deploymentOf(tx: EntityManager, applicationId: string): Promise<Deployment | null> {
  const known = await tx.findOne(Deployment, { application: applicationId });
  return known && lockDeployment(tx, known.id);
}

/** What follows from a failed clearance. */
async function follow(
  tx: EntityManager,
  { application, opening }: LockedApplication,
  failed: { readonly deployment: Deployment | null; readonly actorId: string },
  now: Date,
): Promise<void> {
  const { deployment, actorId } = failed;
  const { status: from } = application;
  const act = { actorId, command };
  if (deployment) {
    if (deployment.status !== DeploymentStatus.READY) return;
    return moveDeployment(tx, deployment, { ...act, to: DeploymentStatus.PREPARING }, now);
  }
  const wasOffered = from === ApplicationStatus.OFFERED;
  if (wasOffered) await endOpenOffer(tx, application, { ...act, status: OfferStatus.RESCINDED }, now);
  const to = wasOffered ? ApplicationStatus.RESCINDED : ApplicationStatus.CLEARANCE_FAILED;
  const outcome = ApplicationOutcome.CLEARANCE_NOT_PASSED;
  await moveApplication(tx, application, { ...act, to, outcome }, now);
  if (PLACED.includes(from)) await callUpReserve(tx, opening, now);
}
