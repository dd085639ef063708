import type { EntityManager } from '@mikro-orm/postgresql';
import type { BadgeStatus } from '../../badge/badge.rules.ts';
import type { Edition } from '../../edition/edition.entity.ts';
import type { RegistrationStatus } from '../../registration/registration.rules.ts';
import {
  type BadgeAtDoor,
  inSequence,
  type Judgement,
  judge,
  type ScanDirection,
  ScanOutcome,
  Sequence,
} from '../scan.rules.ts';

/** A scan as a device sends it. */
export interface GivenScan {
  /** Chosen by the device, once for each scan. */
  readonly nonce: string;
  /** What was scanned or typed. */
  readonly badge: string;
  readonly zone: string;
  readonly direction: ScanDirection;
  readonly occurredAt: Date;
  readonly device: string;
  readonly offline: boolean;
}

/** A scan whose badge has been read. */
export interface ReadScan extends GivenScan {
  /** Null where what was scanned is none of ours: it may be anything, and is not kept. */
  readonly serial: string | null;
  /** The edition's year that the code claims; null where a serial was typed. */
  readonly year: number | null;
  /** False for a code with another's signature. */
  readonly isGenuine: boolean;
}

/** A scan as it is kept. */
export interface JudgedScan extends ReadScan, Judgement {
  readonly badgeId: string | null;
  readonly registrationId: string | null;
}

/**
 * Judges scans one after the other in the order in which they happened, each in the light of those before it.
 *
 * The caller holds the locks of the registrations. Two statements, whatever the number of scans.
 */
export async function judgeAll(tx: EntityManager, edition: Edition, scans: readonly ReadScan[]): Promise<JudgedScan[]> {
  const badges = await badgesOf(tx, edition.id, scans);
  const badgeOf = ({ serial, year, isGenuine }: ReadScan) =>
    serial !== null && isGenuine && (year === null || year === edition.year) ? (badges.get(serial) ?? null) : null;
  const sequences = await sequencesOf(
    tx,
    scans.flatMap((scan) => {
      const badge = badgeOf(scan);
      return badge ? [{ registrationId: badge.registrationId, zone: scan.zone }] : [];
    }),
  );
  return scans.toSorted(inSequence).map((scan) => {
    const badge = badgeOf(scan);
    const sequence = (badge && sequences.get(keyOf(badge.registrationId, scan.zone))) ?? new Sequence([]);
    // With the portal at hand it is now: whose clock is behind opens no second door.
    const neighbours = scan.offline ? sequence.around(scan) : sequence.atTheEnd();
    const judgement = judge(scan, badge, edition.status, neighbours);
    if (judgement.outcome === ScanOutcome.OK) sequence.add(scan);
    return { ...scan, ...judgement, badgeId: badge?.id ?? null, registrationId: badge?.registrationId ?? null };
  });
}

interface KnownBadge extends BadgeAtDoor {
  readonly id: string;
  readonly registrationId: string;
}

async function badgesOf(
  tx: EntityManager,
  editionId: string,
  scans: readonly ReadScan[],
): Promise<Map<string, KnownBadge>> {
  const serials = new Set(scans.flatMap(({ serial, isGenuine }) => (serial !== null && isGenuine ? [serial] : [])));
  const rows = await tx.execute<BadgeRow[]>(
    `select badge.id, serial, registration_id, badge.status, zones, valid_from, valid_until, activated_at, ended_at,
       registration.status as registration_status
     from badge join jsonb_array_elements_text(?::jsonb) as given (serial) using (serial)
       join registration on registration.id = registration_id
     where badge.edition_id = ?`,
    [JSON.stringify([...serials]), editionId],
  );
  return new Map(
    rows.map((row) => [
      row.serial,
      {
        id: row.id,
        registrationId: row.registration_id,
        status: row.status,
        zones: row.zones,
        validity: { from: new Date(row.valid_from), until: new Date(row.valid_until) },
        activatedAt: instantOf(row.activated_at),
        endedAt: instantOf(row.ended_at),
        registrationStatus: row.registration_status,
      },
    ]),
  );
}

function instantOf(value: string | Date | null): Date | null {
  return value === null ? null : new Date(value);
}

interface BadgeRow {
  readonly id: string;
  readonly serial: string;
  readonly registration_id: string;
  readonly status: BadgeStatus;
  readonly zones: string[];
  readonly valid_from: string | Date;
  readonly valid_until: string | Date;
  readonly activated_at: string | Date | null;
  readonly ended_at: string | Date | null;
  readonly registration_status: RegistrationStatus;
}

interface Passage {
  readonly registrationId: string;
  readonly zone: string;
}

async function sequencesOf(tx: EntityManager, passages: readonly Passage[]): Promise<Map<string, Sequence>> {
  const wanted = new Map(passages.map((passage) => [keyOf(passage.registrationId, passage.zone), passage]));
  const rows = await tx.execute<
    { registration_id: string; zone: string; direction: ScanDirection; occurred_at: string | Date; nonce: string }[]
  >(
    `select scan.registration_id, scan.zone, direction, occurred_at, nonce
     from scan join jsonb_to_recordset(?::jsonb) as given ("registrationId" text, zone text)
       on given."registrationId" = scan.registration_id and given.zone = scan.zone
     where outcome = 'OK' and undoes_id is null
       and not exists (select from scan as undo where undo.undoes_id = scan.id)`,
    [JSON.stringify([...wanted.values()])],
  );
  const known = Map.groupBy(rows, (row) => keyOf(row.registration_id, row.zone));
  return new Map(
    [...wanted.keys()].map((key) => {
      const scans = known.get(key) ?? [];
      return [key, new Sequence(scans.map((scan) => ({ ...scan, occurredAt: new Date(scan.occurred_at) })))];
    }),
  );
}

function keyOf(registrationId: string, zone: string): string {
  return `${registrationId}/${zone}`;
}
