import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { seal } from '../../shared/crypto/sealed.ts';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { IdentityDocument } from './identity-document.entity.ts';
import { DOCUMENTS_LIMIT, type DocumentDetails, foldNumber, numberPlace } from './identity-document.rules.ts';

export interface RecordIdentityDocument extends DocumentDetails {
  readonly personId: string;
  readonly idempotencyKey: string | null;
}

export type RecordIdentityDocumentOutcome =
  | { readonly documentId: string }
  | { readonly refusal: 'too-many-documents' | 'edition-is-over' | 'idempotency-key-reused' };

/**
 * Keeps a person's document, its number encrypted.
 *
 * Holds the person's row lock until commit, so that the limit holds for requests that race. A retried request is known
 * by its key and by a fingerprint of the number: neither the number nor a plain hash of it is kept with the key.
 */
export function recordIdentityDocument(
  em: EntityManager,
  keys: KeyRing,
  command: RecordIdentityDocument,
  now: Date,
): Promise<RecordIdentityDocumentOutcome> {
  const { idempotencyKey, personId, number, ...rest } = command;
  const input = { ...rest, number: keys.fingerprint('document number', foldNumber(number)) };
  return em.transactional((tx) =>
    once<RecordIdentityDocumentOutcome>(
      tx,
      { actorId: personId, operation: 'recordIdentityDocument', key: idempotencyKey, input },
      now,
      () => keep(tx, keys, command, now),
    ),
  );
}

async function keep(
  tx: EntityManager,
  keys: KeyRing,
  command: RecordIdentityDocument,
  now: Date,
): Promise<RecordIdentityDocumentOutcome> {
  const { personId, kind, heldForEditionId } = command;
  await tx.execute('select from person where id = ? for update', [personId]);
  if ((await tx.count(IdentityDocument, { personId })) >= DOCUMENTS_LIMIT) return { refusal: 'too-many-documents' };
  const over = await tx.execute('select from finished_edition where edition_id = ?', [heldForEditionId]);
  if (over.length > 0) return { refusal: 'edition-is-over' };

  const id = newId('identity_document');
  tx.create(IdentityDocument, {
    id,
    personId,
    kind,
    issuingCountry: command.issuingCountry.toUpperCase(),
    number: seal(keys, foldNumber(command.number), numberPlace(id, personId)),
    expiresOn: command.expiresOn,
    heldForEditionId,
    recordedAt: now,
  });
  const changes = [
    { field: 'person', from: null, to: personId },
    { field: 'kind', from: null, to: kind },
    { field: 'heldForEdition', from: null, to: heldForEditionId },
  ];
  audit(tx, { actorId: personId, command: 'recordIdentityDocument', subjectId: id, changes }, now);
  publish(tx, 'IdentityDocumentRecorded', { documentId: id, personId, kind, editionId: heldForEditionId }, now);
  return { documentId: id };
}
