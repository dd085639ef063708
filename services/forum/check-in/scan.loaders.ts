import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { ScanResolutionNote } from './conflict/resolution.rules.ts';
import type { ScanConflict, ScanDirection, ScanOutcome } from './scan.rules.ts';

/** A scan as the graph reads it. */
export interface ScanRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly nonce: string;
  readonly badge_serial: string | null;
  readonly registration_id: string | null;
  readonly zone: string;
  readonly direction: ScanDirection;
  readonly device: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly offline: boolean;
  readonly outcome: ScanOutcome;
  readonly conflict: ScanConflict | null;
  readonly undoes_id: string | null;
  /** ID of the scan that undoes it; null while it counts. */
  readonly undone_by_id: string | null;
  readonly note: ScanResolutionNote | null;
  readonly resolved_at: Date | null;
}

/** Everything about scans, with what came after them. */
const SCANS = `
  select scan.id, scan.edition_id, scan.nonce, scan.badge_serial, scan.registration_id, scan.zone, scan.direction,
    scan.device, scan.occurred_at, scan.recorded_at, scan.offline, scan.outcome, scan.conflict, scan.undoes_id,
    undo.id as undone_by_id, note, resolved_at
  from scan left join scan as undo on undo.undoes_id = scan.id left join scan_resolution on scan_id = scan.id`;
const COLUMNS = `id, edition_id, nonce, badge_serial, registration_id, zone, direction, device, occurred_at, recorded_at,
  offline, outcome, conflict, undoes_id, undone_by_id, note, resolved_at`;

const SCAN_BY_ID = statement(
  'scan_by_id',
  `select id as key, scans.* from (${SCANS} where scan.id = any($1::text[])) as scans`,
);

export interface ScanLoaders {
  readonly scanById: DataLoader<string, ScanRow | null>;
  /** Scans of an edition that somebody has to look at, those that came first first. */
  readonly conflictsByEdition: DataLoader<PageOf, Cut<ScanRow>, string>;
}

export function scanLoaders(read: Reader): ScanLoaders {
  return {
    scanById: keyedLoader<ScanRow>(read, SCAN_BY_ID),
    conflictsByEdition: pagedLoader<ScanRow>(read, {
      name: 'conflicts_by_edition',
      columns: COLUMNS,
      table: `(${SCANS}) as scan`,
      owner: 'edition_id',
      where: 'conflict is not null and note is null',
      order: [
        { column: 'recorded_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
