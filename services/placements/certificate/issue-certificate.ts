import type { EntityManager } from '@mikro-orm/postgresql';
import { randomCode } from '../../shared/crypto/random-code.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { Deployment } from '../deployment/deployment.entity.ts';
import { Certificate } from './certificate.entity.ts';
import {
  type CertificateKind,
  CertificateStatus,
  certificateNumber,
  NUMBER_LENGTH,
  type ServiceAsIssued,
} from './certificate.rules.ts';

/** What is certified of a deployment that has ended, and by whose act. */
export interface IssueCertificate {
  readonly kind: CertificateKind;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Issues the certificate of a deployment that has begun and ended, once: whoever has one keeps it.
 *
 * In the caller's transaction, which holds the lock on the deployment. Asks for the holder's name, which comes by itself.
 */
export async function issueCertificate(
  tx: EntityManager,
  deployment: Deployment,
  { kind, ...act }: IssueCertificate,
  now: Date,
): Promise<void> {
  const { id: deploymentId, personId, enteredOn, endedOn } = deployment;
  if (!enteredOn || !endedOn) throw new Error(`the deployment ${deploymentId} has not begun or not ended`);
  if ((await tx.count(Certificate, { deployment: deploymentId })) > 0) return;

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
  const onBehalfOfId = act.actorId !== null && act.actorId !== personId ? personId : null;
  const changes = [{ field: 'certificate', from: null, to: kind }];
  audit(tx, { ...act, onBehalfOfId, subjectId: certificate.id, changes }, now);
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
