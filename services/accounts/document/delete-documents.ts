import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { earliestDay } from './identity-document.rules.ts';

export type DeleteIdentityDocumentOutcome =
  | { readonly documentId: string }
  | { readonly refusal: 'document-not-found' };

/** Takes a person's own document out of the portal. Somebody else's is not found. */
export function deleteIdentityDocument(
  em: EntityManager,
  { personId, documentId }: { readonly personId: string; readonly documentId: string },
  now: Date,
): Promise<DeleteIdentityDocumentOutcome> {
  return em.transactional(async (tx) => {
    const act = { actorId: personId, command: 'deleteIdentityDocument' };
    const deleted = await deleteWhere(tx, 'id = ? and person_id = ?', [documentId, personId], act, now);
    return deleted === 0 ? { refusal: 'document-not-found' } : { documentId };
  });
}

/** Takes out all documents that were kept for an edition, and takes no more for it. Repeating it changes nothing. */
export async function deleteDocumentsOfEdition(tx: EntityManager, editionId: string, now: Date): Promise<number> {
  await tx.execute('insert into finished_edition (edition_id, noted_at) values (?, ?) on conflict do nothing', [
    editionId,
    now,
  ]);
  const act = { actorId: null, command: 'deleteDocumentsOfEdition' };
  return deleteWhere(tx, 'held_for_edition_id = ?', [editionId], act, now);
}

/** An edition is over: what was kept for it is not needed any more. */
export const forgetDocumentsOfEdition: EventHandler = async (tx, { payload }, now) => {
  await deleteDocumentsOfEdition(tx, String(payload.editionId), now);
};

const BATCH = 200;

/**
 * Takes out documents that are valid nowhere any more, and those that came in while their edition was being finished.
 * In batches, each whole or not at all; returns how many.
 */
export async function deleteStaleDocuments(em: EntityManager, now: Date, batch = BATCH): Promise<number> {
  const act = { actorId: null, command: 'deleteStaleDocuments' };
  const stale = `id in (
    select id from identity_document
    where expires_on < ? or held_for_edition_id in (select edition_id from finished_edition)
    order by id limit ${batch} for update skip locked
  )`;
  for (let total = 0; ; ) {
    const deleted = await em.fork().transactional((tx) => deleteWhere(tx, stale, [earliestDay(now)], act, now));
    total += deleted;
    if (deleted < batch) return total;
  }
}

interface DeletedRow {
  readonly id: string;
  readonly person_id: string;
}

async function deleteWhere(
  tx: EntityManager,
  condition: string,
  values: readonly unknown[],
  act: { readonly actorId: string | null; readonly command: string },
  now: Date,
): Promise<number> {
  const rows = await tx.execute<DeletedRow[]>(
    `delete from identity_document where ${condition} returning id, person_id`,
    [...values],
  );
  for (const { id, person_id: personId } of rows) {
    audit(tx, { ...act, subjectId: id, changes: [{ field: 'person', from: personId, to: null }] }, now);
    publish(tx, 'IdentityDocumentDeleted', { documentId: id, personId }, now);
  }
  return rows.length;
}
