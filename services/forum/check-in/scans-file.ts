import { Readable } from 'node:stream';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { FileRefusal, ServedFile } from '../../shared/files/file.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../shared/text/csv.rules.ts';
import { isAtDesk } from '../badge/badge.rules.ts';

const YEAR = statement('scans_file_edition', 'select year from edition where id = $1');

const COLUMNS = [
  'id',
  'nonce',
  'occurred_at',
  'recorded_at',
  'zone',
  'direction',
  'badge_serial',
  'registration_id',
  'device',
  'offline',
  'outcome',
  'conflict',
  'resolution',
  'recorded_by_id',
  'undoes_id',
  'undone_by_id',
] as const;

type ScanLine = Readonly<Record<(typeof COLUMNS)[number], string | boolean | Date | null>>;

const LINES = 1_000;
const SCANS_AFTER = statement(
  'scans_after',
  `select scan.id, scan.nonce, scan.occurred_at, scan.recorded_at, scan.zone, scan.direction, scan.badge_serial,
     scan.registration_id, scan.device, scan.offline, scan.outcome, scan.conflict, note as resolution,
     scan.recorded_by_id, scan.undoes_id, undo.id as undone_by_id
   from scan left join scan as undo on undo.undoes_id = scan.id left join scan_resolution on scan_id = scan.id
   where scan.edition_id = $1 and (scan.recorded_at, scan.id) > ($2::timestamptz, $3)
   order by scan.recorded_at, scan.id limit ${LINES}`,
);

interface Asked {
  readonly read: Reader;
  readonly viewer: Viewer;
}

/** Every scan of an edition as CSV, in the order in which they were recorded, for its desk. */
export async function scansFile({ read, viewer }: Asked, { id }: { id: string }): Promise<ServedFile | FileRefusal> {
  if (!isAtDesk(viewer, id)) {
    return viewer.personId === null && viewer.apiClientId === null ? 'unauthenticated' : 'not-found';
  }
  const [edition] = await read.rows<{ year: number }>(YEAR, [id]);
  if (!edition) return 'not-found';
  return {
    contentType: 'text/csv; charset=utf-8',
    filename: `scans-${edition.year}.csv`,
    body: Readable.from(linesOf(read, id), { objectMode: false }),
  };
}

/** A thousand lines at a time, as the reader takes them. */
async function* linesOf(read: Reader, editionId: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  let after: readonly [Date | string, string] = ['-infinity', ''];
  for (;;) {
    const scans: ScanLine[] = await read.rows<ScanLine>(SCANS_AFTER, [editionId, ...after]);
    if (scans.length > 0) yield scans.map((scan) => csvLine(COLUMNS.map((column) => textOf(scan[column])))).join('');
    const last = scans.at(-1);
    if (!last || scans.length < LINES) return;
    after = [last.recorded_at instanceof Date ? last.recorded_at : String(last.recorded_at), String(last.id)];
  }
}

function textOf(value: string | boolean | Date | null): string | null {
  if (value instanceof Date) return value.toISOString();
  return value === null ? null : String(value);
}
