import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Certificate } from '../certificate.entity.ts';
import { CertificateStatus, readCertificateNumber } from '../certificate.rules.ts';

export interface RevokeCertificate {
  readonly actorId: string;
  /** As somebody typed it. */
  readonly number: string;
  /** Checked already. */
  readonly reason: string;
  readonly expectedVersion: number | null;
}

export type RevokeCertificateOutcome =
  | { readonly number: string }
  | { readonly refusal: 'certificate-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/** Revokes a certificate: whoever verifies it learns so at once. One that is revoked already stays as it is. */
export function revokeCertificate(
  em: EntityManager,
  { actorId, number: typed, reason, expectedVersion }: RevokeCertificate,
  now: Date,
): Promise<RevokeCertificateOutcome> {
  return em.transactional(async (tx) => {
    const number = readCertificateNumber(typed);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const certificate = number === null ? null : await tx.findOne(Certificate, { number }, lock);
    if (!certificate) return { refusal: 'certificate-not-found' };
    const { id, status: from, version, personId } = certificate;
    if (from === CertificateStatus.REVOKED) return { number: certificate.number };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }

    const to = CertificateStatus.REVOKED;
    tx.assign(certificate, { status: to, revokedAt: now, revokedById: actorId });
    const act = { actorId, onBehalfOfId: personId, command: 'revokeCertificate', reason };
    audit(tx, { ...act, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
    publish(tx, 'CertificateRevoked', { certificateId: id, deploymentId: certificate.deployment.id, personId }, now);
    return { number: certificate.number };
  });
}
