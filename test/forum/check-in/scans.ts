import type { GivenScan } from '../../../services/forum/check-in/record/judge-scans.ts';
import { type RecordScansOutcome, recordScans } from '../../../services/forum/check-in/record/record-scans.ts';
import { ScanDirection } from '../../../services/forum/check-in/scan.rules.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { DAY_ONE, DESK_ID } from '../badge/badges.ts';

const MINUTE_MS = 60_000;

/** Minutes after the forum began. */
export function minute(minutes: number): Date {
  return new Date(DAY_ONE.getTime() + minutes * MINUTE_MS);
}

/** Somebody comes in by the main door. */
export function scan(nonce: string, badge: string, more: Partial<GivenScan> = {}): GivenScan {
  return {
    nonce,
    badge,
    zone: 'MAIN',
    direction: ScanDirection.IN,
    occurredAt: minute(0),
    device: 'gate-1',
    offline: false,
    ...more,
  };
}

export function record(
  { database }: RunningService,
  editionId: string,
  scans: readonly GivenScan[],
  now: Date = minute(0),
): Promise<RecordScansOutcome> {
  return recordScans(database.orm.em.fork(), database.read, { actorId: DESK_ID, editionId, scans }, now);
}

/** What is said of scans, by nonce. */
export async function outcomes(
  service: RunningService,
  editionId: string,
  scans: readonly GivenScan[],
): Promise<Record<string, string>> {
  const outcome = await record(service, editionId, scans);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return Object.fromEntries(
    outcome.results.map((one) => [one.nonce, one.conflict ? `${one.outcome}/${one.conflict}` : one.outcome]),
  );
}
