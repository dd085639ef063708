import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { newId } from '../../shared/ids.ts';
import { audit } from '../../shared/journal/journal.ts';
import { isAtDesk } from '../badge/badge.rules.ts';
import { countOut } from './presence/presence.ts';
import type { ScanOutcome } from './scan.rules.ts';

export interface UndoScan {
  readonly viewer: Viewer;
  readonly actorId: string;
  /** Checked already. */
  readonly nonce: string;
  readonly scanId: string;
}

export type UndoScanOutcome =
  | { readonly scanId: string }
  | { readonly refusal: 'scan-not-found' | 'nonce-reused' | 'not-to-be-undone' }
  | { readonly refusal: 'already-undone'; readonly scanId: string };

/**
 * Takes a scan back, by another fact: where the person is and how many came in no longer counts it.
 *
 * The same nonce and scan are answered the same again. A registration that attended by it has attended; a scan that
 * opened no door, or is itself an undoing, cannot be undone.
 */
export function undoScan(em: EntityManager, command: UndoScan, now: Date): Promise<UndoScanOutcome> {
  const { viewer, actorId, nonce, scanId } = command;
  return em.transactional(async (tx) => {
    const [scan] = await tx.execute<ScanRow[]>(
      'select edition_id, registration_id, outcome, undoes_id from scan where id = ?',
      [scanId],
    );
    if (!scan || !isAtDesk(viewer, scan.edition_id)) return { refusal: 'scan-not-found' };
    await tx.execute('select from registration where id = ? for no key update', [scan.registration_id]);
    const earlier = await tx.execute<{ id: string; nonce: string; undoes_id: string | null }[]>(
      'select id, nonce, undoes_id from scan where edition_id = ? and (nonce = ? or undoes_id = ?)',
      [scan.edition_id, nonce, scanId],
    );
    const same = earlier.find((one) => one.nonce === nonce);
    if (same) return same.undoes_id === scanId ? { scanId: same.id } : { refusal: 'nonce-reused' };
    const [undo] = earlier;
    if (undo) return { refusal: 'already-undone', scanId: undo.id };
    if (scan.outcome !== 'OK' || scan.undoes_id !== null) return { refusal: 'not-to-be-undone' };

    const id = newId('scan');
    const added = await tx.execute(
      `insert into scan (id, edition_id, nonce, badge_serial, badge_id, registration_id, zone, direction, device,
         occurred_at, recorded_at, offline, outcome, recorded_by_id, undoes_id)
       select ?, edition_id, ?, badge_serial, badge_id, registration_id, zone, direction, device, ?, ?, false, 'OK', ?, id
       from scan where id = ? on conflict (edition_id, nonce) do nothing returning id`,
      [id, nonce, now, now, actorId, scanId],
    );
    // Another scan took the nonce at this very moment.
    if (added.length === 0) return { refusal: 'nonce-reused' };
    await countOut(tx, scanId);
    const changes = [{ field: 'undoneBy', from: null, to: id }];
    audit(tx, { actorId, command: 'undoScan', subjectId: scanId, changes }, now);
    return { scanId: id };
  });
}

interface ScanRow {
  readonly edition_id: string;
  readonly registration_id: string | null;
  readonly outcome: `${ScanOutcome}`;
  readonly undoes_id: string | null;
}
