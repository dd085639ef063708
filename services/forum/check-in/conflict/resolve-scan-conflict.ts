import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { isAtDesk } from '../../badge/badge.rules.ts';
import type { ScanResolutionNote } from './resolution.rules.ts';

export interface ResolveScanConflict {
  readonly viewer: Viewer;
  readonly actorId: string;
  readonly scanId: string;
  readonly note: ScanResolutionNote;
}

export type ResolveScanConflictOutcome =
  | { readonly scanId: string }
  | { readonly refusal: 'scan-not-found' | 'no-conflict' }
  | { readonly refusal: 'already-resolved'; readonly note: ScanResolutionNote };

/** Notes what somebody found who looked at a conflict. The scan stays as it is; the same note again changes nothing. */
export function resolveScanConflict(
  em: EntityManager,
  { viewer, actorId, scanId, note }: ResolveScanConflict,
  now: Date,
): Promise<ResolveScanConflictOutcome> {
  return em.transactional(async (tx) => {
    const [scan] = await tx.execute<{ edition_id: string; conflict: string | null }[]>(
      'select edition_id, conflict from scan where id = ?',
      [scanId],
    );
    if (!scan || !isAtDesk(viewer, scan.edition_id)) return { refusal: 'scan-not-found' };
    if (scan.conflict === null) return { refusal: 'no-conflict' };
    const added = await tx.execute(
      `insert into scan_resolution (id, scan_id, note, resolved_at, resolved_by_id) values (?, ?, ?, ?, ?)
       on conflict (scan_id) do nothing returning id`,
      [newId('scan_resolution'), scanId, note, now, actorId],
    );
    if (added.length === 0) {
      const [found] = await tx.execute<{ note: ScanResolutionNote }[]>(
        'select note from scan_resolution where scan_id = ?',
        [scanId],
      );
      if (!found || found.note === note) return { scanId };
      return { refusal: 'already-resolved', note: found.note };
    }
    const changes = [{ field: 'resolution', from: null, to: note }];
    audit(tx, { actorId, command: 'resolveScanConflict', subjectId: scanId, changes }, now);
    return { scanId };
  });
}
