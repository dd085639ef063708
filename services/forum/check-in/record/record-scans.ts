import type { EntityManager } from '@mikro-orm/postgresql';
import type { Reader } from '../../../shared/database/statement.ts';
import { statement } from '../../../shared/database/statement.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { checkPayloads, type PublicKey } from '../../badge/key/badge-payload.ts';
import { readScanned } from '../../badge/key/payload.rules.ts';
import { Edition } from '../../edition/edition.entity.ts';
import { noteAttendance } from '../attendance.ts';
import { countScans } from '../presence/presence.ts';
import type { ScanConflict, ScanOutcome } from '../scan.rules.ts';
import { type GivenScan, type JudgedScan, judgeAll, type ReadScan } from './judge-scans.ts';

export interface RecordScans {
  readonly actorId: string;
  readonly editionId: string;
  /** Checked already. */
  readonly scans: readonly GivenScan[];
}

/** What is said of a scan, each time its nonce comes. */
export interface ScanResult {
  readonly nonce: string;
  readonly scanId: string;
  readonly outcome: ScanOutcome;
  readonly conflict: ScanConflict | null;
}

export type RecordScansOutcome =
  | { readonly results: readonly ScanResult[] }
  | { readonly refusal: 'edition-not-found' };

const PUBLIC_KEYS = statement('badge_public_keys', 'select key_id, public_key from badge_key');

/**
 * Keeps scans as they were made, and says of each whether its door opens; in the order of the input.
 *
 * A nonce that came before is answered as it was then, also when both come at the same moment. Locks the registrations of
 * all badges, in the order of their IDs, until commit: of two doors that see one person at once, one opens. The number of
 * statements is the same for one scan and for thousands.
 */
export async function recordScans(
  em: EntityManager,
  read: Reader,
  { actorId, editionId, scans }: RecordScans,
  now: Date,
): Promise<RecordScansOutcome> {
  const given = await readBadges(read, scans);
  return em.transactional(async (tx) => {
    const edition = await tx.findOne(Edition, editionId);
    if (!edition) return { refusal: 'edition-not-found' };
    const serials = [...new Set(given.flatMap(({ serial }) => (serial === null ? [] : [serial])))];
    await tx.execute(
      `select from registration where id in (
         select registration_id from badge join jsonb_array_elements_text(?::jsonb) as given (serial) using (serial)
         where edition_id = ?
       ) order by id for no key update`,
      [JSON.stringify(serials), editionId],
    );
    const earlier = await recorded(tx, editionId, scans);
    const fresh = given.filter(({ nonce }) => !earlier.has(nonce));
    if (fresh.length === 0) return { results: answers(scans, earlier) };

    const judged = await judgeAll(tx, edition, fresh);
    const added = await insert(tx, { actorId, editionId, scans: judged }, now);
    await countScans(tx, added);
    await noteAttendance(tx, editionId, added, now);
    if (added.length > 0) {
      const changes = [{ field: 'scans', from: null, to: added.length }];
      audit(tx, { actorId, command: 'recordScans', subjectId: editionId, changes }, now);
    }
    return { results: answers(scans, await recorded(tx, editionId, scans)) };
  });
}

/** Which serial each scan shows, its signature checked before anything is locked. */
async function readBadges(read: Reader, scans: readonly GivenScan[]): Promise<ReadScan[]> {
  const scanned = scans.map((scan) => ({ scan, shown: readScanned(scan.badge) }));
  const payloads = scanned.flatMap(({ shown }) => (shown.kind === 'payload' ? [shown.payload] : []));
  const keys = payloads.length > 0 ? await read.rows<PublicKey>(PUBLIC_KEYS, []) : [];
  const checked = await checkPayloads(payloads, keys);
  const seen = new Set<string>();
  return scanned.flatMap(({ scan, shown }): ReadScan[] => {
    // The same nonce twice in a request is the same scan.
    if (seen.has(scan.nonce)) return [];
    seen.add(scan.nonce);
    if (shown.kind === 'serial') return [{ ...scan, serial: shown.serial, year: null, isGenuine: true }];
    const payload = shown.kind === 'payload' ? checked.get(shown.payload) : undefined;
    if (!payload) return [{ ...scan, serial: null, year: null, isGenuine: true }];
    const { isGenuine, claims } = payload;
    return [{ ...scan, serial: claims?.serial ?? null, year: claims?.edition ?? null, isGenuine }];
  });
}

interface ResultRow {
  readonly id: string;
  readonly nonce: string;
  readonly outcome: ScanOutcome;
  readonly conflict: ScanConflict | null;
}

/** What was said of the nonces that came before, by nonce. */
async function recorded(
  tx: EntityManager,
  editionId: string,
  scans: readonly GivenScan[],
): Promise<Map<string, ResultRow>> {
  const rows = await tx.execute<ResultRow[]>(
    `select id, nonce, outcome, conflict from scan
     join jsonb_array_elements_text(?::jsonb) as given (nonce) using (nonce) where edition_id = ?`,
    [JSON.stringify(scans.map(({ nonce }) => nonce)), editionId],
  );
  return new Map(rows.map((row) => [row.nonce, row]));
}

function answers(scans: readonly GivenScan[], rows: ReadonlyMap<string, ResultRow>): ScanResult[] {
  return scans.map(({ nonce }) => {
    const row = rows.get(nonce);
    if (!row) throw new Error('a scan that was stored is gone');
    return { nonce, scanId: row.id, outcome: row.outcome, conflict: row.conflict };
  });
}

/** The IDs of those that were added: a nonce that another request has stored meanwhile is left to it. */
async function insert(
  tx: EntityManager,
  { actorId, editionId, scans }: { actorId: string; editionId: string; scans: readonly JudgedScan[] },
  now: Date,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `insert into scan (id, edition_id, nonce, badge_serial, badge_id, registration_id, zone, direction, device,
       occurred_at, recorded_at, offline, outcome, conflict, recorded_by_id)
     select id, ?, nonce, serial, "badgeId", "registrationId", zone, direction, device, "occurredAt", ?, offline, outcome,
       conflict, ?
     from jsonb_to_recordset(?::jsonb) as given (id text, nonce text, serial text, "badgeId" text, "registrationId" text,
       zone text, direction text, device text, "occurredAt" timestamptz, offline boolean, outcome text, conflict text)
     order by nonce collate "C"
     on conflict (edition_id, nonce) do nothing returning id`,
    [
      editionId,
      now,
      actorId,
      JSON.stringify(scans.map(({ badge: _shown, ...scan }) => ({ ...scan, id: newId('scan') }))),
    ],
  );
  return rows.map(({ id }) => id);
}
