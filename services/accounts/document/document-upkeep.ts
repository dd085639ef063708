import type { Upkeep } from '../../shared/upkeep.ts';
import { deleteStaleDocuments } from './delete-documents.ts';
import { rotateDocumentKeys } from './rotate-document-keys.ts';

/** What is done about documents every night, and when the portal starts: those nobody needs go, the others get the newest key. */
export const documentUpkeep: Upkeep = {
  name: 'documents',
  schedule: '40 1 * * *',
  async run({ em, keys, now, log }) {
    const deleted = await deleteStaleDocuments(em, now());
    const { rotated, unreadable } = await rotateDocumentKeys(em, keys);
    if (deleted + rotated > 0) log.info({ deleted, rotated }, 'documents');
    if (unreadable.length > 0) log.error({ documents: unreadable }, 'documents whose number does not open');
  },
};
