import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isToken } from '../../../shared/crypto/link-token.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { DataExport } from './data-export.entity.ts';
import { DataExportStatus, statusAt } from './data-export.rules.ts';

export interface OpenDataExport {
  readonly exportId: string;
  readonly token: string;
}

export type OpenDataExportOutcome =
  | { readonly personId: string }
  | { readonly refusal: 'data-export-not-found' | 'data-export-expired' };

/**
 * Lets a download begin, and counts it. Tells nobody who has not the token whether there is such an export.
 */
export function openDataExport(
  em: EntityManager,
  { exportId, token }: OpenDataExport,
  now: Date,
): Promise<OpenDataExportOutcome> {
  return em.transactional(async (tx) => {
    const found = await tx.findOne(DataExport, exportId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!isToken(token, found?.tokenHash ?? null) || !found) return { refusal: 'data-export-not-found' };
    if (statusAt(found.expiresAt, found.downloads, now) === DataExportStatus.EXPIRED) {
      return { refusal: 'data-export-expired' };
    }
    found.downloads += 1;
    const { personId } = found;
    // By whoever holds the link; the person is told of it, in the trail of what was done about them.
    audit(tx, { actorId: null, command: 'downloadDataExport', subjectId: personId, changes: [] }, now);
    return { personId };
  });
}
