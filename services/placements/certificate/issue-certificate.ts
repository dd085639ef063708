import type { EntityManager } from '@mikro-orm/postgresql';
import { randomCode } from '../../shared/crypto/random-code.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { Deployment } from '../deployment/deployment.entity.ts';
import { Certificate } from './certificate.entity.ts';
import {
  CertificateStatus,
  certificateNumber,
  type IssuedKind,
  NUMBER_LENGTH,
  type ServiceAsIssued,
} from './certificate.rules.ts';

/** What is certified of a deployment that has ended, and by whose act. */
export interface IssueCertificate {
  readonly kind: IssuedKind;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Issues the certificate of a deployment that has begun and ended, once: whoever served on after an evacuation keeps the
 * number, and it tells of the whole service.
 *
 * In the caller's transaction, which holds the lock on the deployment. Asks for the holder's name, which comes by itself.
 */
export async function issueCertificate(
  tx: EntityManager,
  deployment: Deployment,
  { kind, actorId, command }: IssueCertificate,
  now: Date,
): Promise<void> {
  const { id: deploymentId, personId, enteredOn, endedOn } = deployment;
  if (!enteredOn || !endedOn) throw new Error(`the deployment ${deploymentId} has not begun or not ended`);
  const act = { actorId, onBehalfOfId: actorId !== null && actorId !== personId ? personId : null, command };
  const earlier = await tx.findOne(Certificate, { deployment: deploymentId });
  if (earlier) {
    if (earlier.kind === kind && earlier.endsOn === endedOn) return;
    const changes = [{ field: 'certificate', from: earlier.kind, to: kind }];
    tx.assign(earlier, { kind, endsOn: endedOn, issuedAt: now });
    audit(tx, { ...act, subjectId: earlier.id, changes }, now);
    await tx.flush();
    return;
  }

  const certificate = tx.create(Certificate, {
    id: newId('certificate'),
    deployment,
    personId,
    number: certificateNumber(randomCode(NUMBER_LENGTH)),
    kind,
    status: CertificateStatus.VALID,
    startsOn: enteredOn,
    endsOn: endedOn,
    asIssued: await serviceAsIssued(deployment),
    issuedAt: now,
  });
  const changes = [{ field: 'certificate', from: null, to: kind }];
  audit(tx, { ...act, subjectId: certificate.id, changes }, now);
  publish(tx, 'CertificateIssued', { certificateId: certificate.id, deploymentId, personId, kind }, now);
  publish(tx, 'ProfileWanted', { personId }, now);
  await tx.flush();
}

async function serviceAsIssued(deployment: Deployment): Promise<ServiceAsIssued> {
  const [opening, host, programme] = await Promise.all([
    deployment.opening.loadOrFail(),
    deployment.hostOrganisation.loadOrFail(),
    deployment.programme.loadOrFail(),
  ]);
  return {
    host: host.name,
    city: opening.city,
    countryCode: deployment.countryCode,
    title: opening.title,
    programme: programme.name,
    timeZone: host.timeZone,
    isDemo: deployment.isDemo,
  };
}
