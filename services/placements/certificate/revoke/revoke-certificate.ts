import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Certificate } from '../certificate.entity.ts';
import { CertificateStatus, readCertificateNumber } from '../certificate.rules.ts';
import { takeBack } from './take-back.ts';

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
    const { status, version } = certificate;
    if (status === CertificateStatus.REVOKED) return { number: certificate.number };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }

    takeBack(tx, certificate, { actorId, command: 'revokeCertificate', reason }, now);
    return { number: certificate.number };
  });
}
