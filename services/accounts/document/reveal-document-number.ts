import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { unseal } from '../../shared/crypto/sealed.ts';
import { audit } from '../../shared/journal/journal.ts';
import { IdentityDocument } from './identity-document.entity.ts';
import { mayRevealNumber, numberPlace } from './identity-document.rules.ts';

export interface RevealDocumentNumber {
  readonly viewer: Viewer;
  readonly documentId: string;
  /** Checked already. */
  readonly reason: string;
}

export type RevealDocumentNumberOutcome =
  | { readonly documentId: string; readonly number: string }
  | { readonly refusal: 'document-not-found' };

/**
 * Opens a document's number for somebody whose work needs it, and keeps who asked and why.
 *
 * The number is handed out only once the audit entry is committed. A document beyond the viewer's grant is not found.
 */
export function revealDocumentNumber(
  em: EntityManager,
  keys: KeyRing,
  { viewer, documentId, reason }: RevealDocumentNumber,
  now: Date,
): Promise<RevealDocumentNumberOutcome> {
  return em.transactional(async (tx) => {
    const document = await tx.findOne(IdentityDocument, documentId, { lockMode: LockMode.PESSIMISTIC_READ });
    if (!document) return { refusal: 'document-not-found' };
    const { id, personId, heldForEditionId = null } = document;
    if (!mayRevealNumber(viewer, { personId, heldForEditionId })) return { refusal: 'document-not-found' };

    const number = unseal(keys, document.number, numberPlace(id, personId));
    audit(tx, { actorId: personOf(viewer), command: 'revealDocumentNumber', subjectId: id, changes: [], reason }, now);
    return { documentId: id, number };
  });
}
