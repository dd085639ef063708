import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Deployment } from '../../deployment/deployment.entity.ts';
import { Certificate } from '../certificate.entity.ts';
import { CertificateStatus } from '../certificate.rules.ts';

/** By whose act a certificate holds no more. */
export interface TakingBack {
  readonly actorId: string;
  readonly command: string;
  readonly reason: string | null;
}

/** Makes a certificate hold no more. In the caller's transaction, which holds the lock and knows that it is valid. */
export function takeBack(tx: EntityManager, certificate: Certificate, act: TakingBack, now: Date): void {
  const { id, status: from, personId, deployment } = certificate;
  const to = CertificateStatus.REVOKED;
  tx.assign(certificate, { status: to, revokedAt: now, revokedById: act.actorId });
  audit(tx, { ...act, onBehalfOfId: personId, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'CertificateRevoked', { certificateId: id, deploymentId: deployment.id, personId }, now);
}

/** Takes back the certificate of a deployment, where there is one that holds: of service that earns none in the end. */
export async function takeBackCertificate(
  tx: EntityManager,
  { id: deployment }: Deployment,
  act: TakingBack,
  now: Date,
): Promise<void> {
  const valid = { deployment, status: CertificateStatus.VALID };
  const certificate = await tx.findOne(Certificate, valid, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (certificate) takeBack(tx, certificate, act, now);
}
