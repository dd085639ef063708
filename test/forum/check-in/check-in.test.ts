import { describe, expect, it } from 'vitest';
import { reportBadgeLost, revokeBadge } from '../../../services/forum/badge/desk/end-badge.ts';
import { signBadge } from '../../../services/forum/badge/key/badge-payload.ts';
import { signingKey } from '../../../services/forum/badge/key/signing-key.ts';
import { serialOf } from '../../../services/forum/badge/serial.rules.ts';
import { provideZones } from '../../../services/forum/badge/zone/zones-of.ts';
import { closeAttendance } from '../../../services/forum/check-in/attendance.ts';
import { ScanResolutionNote } from '../../../services/forum/check-in/conflict/resolution.rules.ts';
import { resolveScanConflict } from '../../../services/forum/check-in/conflict/resolve-scan-conflict.ts';
import { recountPresence } from '../../../services/forum/check-in/presence/presence.ts';
import type { GivenScan } from '../../../services/forum/check-in/record/judge-scans.ts';
import { ScanDirection } from '../../../services/forum/check-in/scan.rules.ts';
import { scansFile } from '../../../services/forum/check-in/scans-file.ts';
import { undoScan } from '../../../services/forum/check-in/undo-scan.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { ANONYMOUS, participant } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import {
  actOn,
  type BadgeState,
  DAY_ONE,
  DESK_ID,
  desk,
  givenActiveBadge,
  givenBadge,
  givenEdition,
  givenRegistration,
  givenRegistrations,
} from '../badge/badges.ts';
import { minute, outcomes, record, scan } from './scans.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const { IN, OUT } = ScanDirection;

async function givenDoor(status?: string): Promise<{ editionId: string; registrationId: string; badge: BadgeState }> {
  const editionId = await givenEdition(em(), status ? { status } : {});
  const { id: registrationId } = await givenRegistration(em(), editionId);
  return { editionId, registrationId, badge: await givenActiveBadge(em(), registrationId, minute(-60)) };
}

async function statusOf(registrationId: string): Promise<string | undefined> {
  const [row] = await em().execute<{ status: string }[]>('select status from registration where id = ?', [
    registrationId,
  ]);
  return row?.status;
}

function presenceOf(editionId: string): Promise<object[]> {
  return em().execute(
    `select registration_id, zone, is_inside, since, nonce from presence where edition_id = ? order by 1, 2`,
    [editionId],
  );
}

function entriesOf(editionId: string): Promise<object[]> {
  return em().execute(
    `select zone, day::text, entries from zone_entries where edition_id = ? and entries > 0 order by 1, 2`,
    [editionId],
  );
}

async function countScans(editionId: string): Promise<number> {
  const [row] = await em().execute<{ scans: number }[]>(
    'select count(*)::int as scans from scan where edition_id = ?',
    [editionId],
  );
  return row?.scans ?? -1;
}

describe('a scan', () => {
  it('lets somebody in, once until they go out, and makes them attend', async () => {
    const { editionId, registrationId, badge } = await givenDoor();

    const said = await outcomes(service.running, editionId, [
      scan('1', badge.qr_payload, { occurredAt: minute(1) }),
      scan('2', badge.serial.toLowerCase(), { occurredAt: minute(2) }),
      scan('3', badge.serial, { occurredAt: minute(3), direction: OUT }),
      scan('4', badge.qr_payload, { occurredAt: minute(4) }),
    ]);

    expect(said).toEqual({ 1: 'OK', 2: 'ALREADY_INSIDE', 3: 'OK', 4: 'OK' });
    expect(await statusOf(registrationId)).toBe('ATTENDED');
    expect(await presenceOf(editionId)).toMatchObject([{ zone: 'MAIN', is_inside: true, nonce: '4' }]);
    expect(await entriesOf(editionId)).toEqual([{ zone: 'MAIN', day: '2026-10-01', entries: 2 }]);
    const audited = await em().execute(
      'select command, changes from audit_entry where subject_id in (?, ?) order by command',
      [registrationId, editionId],
    );
    expect(audited).toEqual([
      { command: 'noteAttendance', changes: [{ field: 'status', from: 'CONFIRMED', to: 'ATTENDED' }] },
      { command: 'recordScans', changes: [{ field: 'scans', from: null, to: 4 }] },
    ]);
  });

  it('is stored whatever is said of it, and answered the same when its nonce comes again', async () => {
    const { editionId, badge } = await givenDoor();
    const other = await givenDoor();
    const inactive = await givenBadge(em(), (await givenRegistration(em(), editionId)).id);
    const lost = await givenActiveBadge(em(), (await givenRegistration(em(), editionId)).id);
    await reportBadgeLost(em(), actOn(lost), minute(0));
    const [header, claims, signature = ''] = badge.qr_payload.split('.');
    const forged = `${header}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    const scans = [
      scan('unknown', 'BEGIN:VCARD\nFN:Saule'),
      scan('elsewhere', other.badge.qr_payload),
      scan('forged', forged),
      scan('inactive', inactive.qr_payload),
      scan('lost', lost.qr_payload),
      scan('zone', badge.serial, { zone: 'STAFF' }),
      scan('early', badge.serial, { occurredAt: new Date('2026-09-01T00:00:00.000Z') }),
    ];

    const said = await outcomes(service.running, editionId, scans);
    const again = await outcomes(service.running, editionId, scans.toReversed());

    expect(said).toEqual({
      unknown: 'UNKNOWN',
      elsewhere: 'UNKNOWN',
      forged: 'BAD_SIGNATURE',
      inactive: 'NOT_ACTIVE',
      lost: 'REVOKED',
      zone: 'WRONG_ZONE',
      early: 'OUTSIDE_TIME',
    });
    expect(again).toEqual(said);
    expect(await countScans(editionId)).toBe(7);
    expect([await presenceOf(editionId), await entriesOf(editionId)]).toEqual([[], []]);
    const kept = await em().execute<{ text: string }[]>(`select string_agg(scan::text, '') as text from scan`);
    expect(kept[0]?.text.includes('Saule')).toBe(false);
  });

  it('is answered in the order of the input, also where one comes twice in it', async () => {
    const { editionId, badge } = await givenDoor();
    const late = scan('b', badge.serial, { occurredAt: minute(9), direction: OUT });
    const early = scan('a', badge.serial, { occurredAt: minute(1) });

    const outcome = await record(service.running, editionId, [late, early, late]);

    if ('refusal' in outcome) throw new Error(outcome.refusal);
    expect(outcome.results.map(({ nonce, outcome: said }) => [nonce, said])).toEqual([
      ['b', 'OK'],
      ['a', 'OK'],
      ['b', 'OK'],
    ]);
    expect(await countScans(editionId)).toBe(2);
  });

  it('is a fact: nobody changes it, nobody deletes it', async () => {
    const { editionId, badge } = await givenDoor();
    await record(service.running, editionId, [scan('1', badge.serial)]);

    await expect(em().execute(`update scan set outcome = 'REVOKED'`)).rejects.toThrow('is only added to');
    await expect(em().execute('delete from scan')).rejects.toThrow('is only added to');
    expect(await countScans(editionId)).toBe(1);
  });

  it('lets nobody in once the edition is over', async () => {
    const { editionId, badge } = await givenDoor('FINISHED');

    const said = await outcomes(service.running, editionId, [scan('1', badge.serial)]);

    expect(said).toEqual({ 1: 'EDITION_CLOSED' });
  });

  it('of an edition that does not exist is refused', async () => {
    expect(await record(service.running, newId('forum_edition'), [scan('1', 'x')])).toEqual({
      refusal: 'edition-not-found',
    });
  });
});

describe('doors that decided by themselves', () => {
  it('have their scans kept and flagged, whatever was wrong', async () => {
    const { editionId, badge } = await givenDoor();
    const revoked = await givenActiveBadge(em(), (await givenRegistration(em(), editionId)).id, minute(-60));
    await revokeBadge(em(), { ...actOn(revoked), reason: 'left the organisation' }, minute(5));
    await record(service.running, editionId, [scan('online', badge.serial, { occurredAt: minute(10) })]);

    const said = await outcomes(service.running, editionId, [
      scan('before', badge.serial, { occurredAt: minute(2), offline: true }),
      scan('after', badge.serial, { occurredAt: minute(12), offline: true }),
      scan('exit', badge.serial, { occurredAt: minute(1), offline: true, direction: OUT }),
      scan('good', revoked.serial, { occurredAt: minute(4), offline: true }),
      scan('since', revoked.serial, { occurredAt: minute(6), offline: true, zone: 'SESSIONS' }),
    ]);

    expect(said).toEqual({
      before: 'OK/DOUBLE_ENTRY',
      after: 'ALREADY_INSIDE/ALREADY_INSIDE',
      exit: 'OK/OUT_OF_ORDER',
      good: 'OK',
      since: 'REVOKED/BADGE_REVOKED_BEFORE',
    });
  });

  it('have a conflict looked at once; two who find different things are told', async () => {
    const { editionId } = await givenDoor();
    const outcome = await record(service.running, editionId, [
      scan('1', 'nonsense', { offline: true }),
      scan('2', 'x'),
    ]);
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const [flagged, fine] = outcome.results.map(({ scanId }) => scanId);
    const resolve = (scanId = '', note = ScanResolutionNote.TEST_SCAN, viewer = desk) =>
      resolveScanConflict(em(), { viewer, actorId: DESK_ID, scanId, note }, minute(20));

    const both = await Promise.all([resolve(flagged), resolve(flagged)]);

    expect(both).toEqual([{ scanId: flagged }, { scanId: flagged }]);
    expect([
      await resolve(flagged, ScanResolutionNote.BADGE_MISUSED),
      await resolve(fine),
      await resolve(flagged, ScanResolutionNote.TEST_SCAN, { ...desk, grants: [] }),
    ]).toEqual([
      { refusal: 'already-resolved', note: 'TEST_SCAN' },
      { refusal: 'no-conflict' },
      { refusal: 'scan-not-found' },
    ]);
    expect(await em().execute('select note from scan_resolution where scan_id = ?', [flagged])).toEqual([
      { note: 'TEST_SCAN' },
    ]);
  });
});

describe('undoing a scan', () => {
  const undo = (scanId: string, nonce: string) =>
    undoScan(em(), { viewer: desk, actorId: DESK_ID, scanId, nonce }, minute(30));

  it('is another fact, after which the person is where the scan before left them', async () => {
    const { editionId, badge } = await givenDoor();
    const outcome = await record(service.running, editionId, [
      scan('1', badge.serial, { occurredAt: minute(1) }),
      scan('2', badge.serial, { occurredAt: minute(2), direction: OUT }),
      scan('3', badge.serial, { occurredAt: minute(3) }),
    ]);
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const last = outcome.results[2]?.scanId ?? '';

    const [first, second] = await Promise.all([undo(last, 'u'), undo(last, 'u')]);

    expect(first).toEqual(second);
    expect(await countScans(editionId)).toBe(4);
    expect(await presenceOf(editionId)).toMatchObject([{ is_inside: false, nonce: '2' }]);
    expect(await entriesOf(editionId)).toEqual([{ zone: 'MAIN', day: '2026-10-01', entries: 1 }]);
    expect(await outcomes(service.running, editionId, [scan('4', badge.serial, { occurredAt: minute(4) })])).toEqual({
      4: 'OK',
    });
  });

  it('happens once, to a scan that opened a door, under a nonce of its own', async () => {
    const { editionId, badge } = await givenDoor();
    const outcome = await record(service.running, editionId, [
      scan('1', badge.serial),
      scan('2', badge.serial, { occurredAt: minute(1) }),
    ]);
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const [entry = '', refused = ''] = outcome.results.map(({ scanId }) => scanId);

    const undone = await undo(entry, 'u1');
    if ('refusal' in undone) throw new Error(undone.refusal);

    expect([
      await undo(entry, 'u2'),
      await undo(refused, 'u3'),
      await undo(undone.scanId, 'u4'),
      await undo(refused, '1'),
      await undo(newId('scan'), 'u5'),
    ]).toEqual([
      { refusal: 'already-undone', scanId: undone.scanId },
      { refusal: 'not-to-be-undone' },
      { refusal: 'not-to-be-undone' },
      { refusal: 'nonce-reused' },
      { refusal: 'scan-not-found' },
    ]);
    expect(await countScans(editionId)).toBe(3);
    expect(await presenceOf(editionId)).toEqual([]);
  });
});

describe('many at once', () => {
  it('the same 200 scans sent by five devices are 200 facts, and are answered alike', async () => {
    const editionId = await givenEdition(em());
    const registrations = await givenRegistrations(em(), editionId, 10);
    const badges = await Promise.all(registrations.map(({ id }) => givenActiveBadge(em(), id, minute(-60))));
    const scans = Array.from({ length: 200 }, (_one, index) =>
      scan(`n${index}`, badges[index % 12]?.qr_payload ?? 'no badge', {
        occurredAt: minute(index),
        direction: index % 3 === 2 ? OUT : IN,
        offline: index % 2 === 0,
      }),
    );

    const answers = await Promise.all(
      Array.from({ length: 5 }, (_one, device) => outcomes(service.running, editionId, rotated(scans, device * 37))),
    );

    expect(answers.map((answer) => answer)).toEqual(answers.map(() => answers[0]));
    expect(await countScans(editionId)).toBe(200);
    await expectRecountedAlike(editionId);
  });

  it('one person at eight doors at once comes in by one of them', async () => {
    const { editionId, badge } = await givenDoor();

    const said = await Promise.all(
      Array.from({ length: 8 }, (_one, door) =>
        outcomes(service.running, editionId, [
          scan(`door-${door}`, badge.serial, { device: `gate-${door}`, occurredAt: minute(-door) }),
        ]),
      ),
    );

    expect(said.flatMap((one) => Object.values(one)).toSorted()).toEqual([...Array(7).fill('ALREADY_INSIDE'), 'OK']);
  });

  it('5 000 scans take less than five seconds, and as many statements as one', async () => {
    const editionId = await givenEdition(em());
    const codes = await codesInBulk(editionId, await givenRegistrations(em(), editionId, 2_500));
    const scans = Array.from({ length: 5_000 }, (_one, index) =>
      scan(`n${index}`, codes[index % 2_500] ?? '', {
        occurredAt: new Date(DAY_ONE.getTime() + index * 1_000),
        direction: index < 2_500 ? IN : OUT,
        offline: true,
      }),
    );
    const single = await givenDoor();

    const one = await statementsOf(() =>
      record(service.running, single.editionId, [scan('1', single.badge.qr_payload)]),
    );
    const startedAt = performance.now();
    const all = await statementsOf(() => record(service.running, editionId, scans));
    const tookMs = performance.now() - startedAt;

    expect([one.length, all.length]).toEqual([13, 13]);
    expect(tookMs).toBeLessThan(5_000);
    expect(await countScans(editionId)).toBe(5_000);
    expect(await countBy('status', 'registration', editionId)).toEqual({ ATTENDED: 2_500 });
    expect(await countBy('conflict', 'scan', editionId)).toEqual({ null: 5_000 });
    await expectRecountedAlike(editionId);
  });
});

it.each([1, 2, 3, 4])('counts who is where as the facts say, whatever order they arrive in (%i)', async (seed) => {
  const random = randomOf(seed);
  const editionId = await givenEdition(em());
  const registrations = await givenRegistrations(em(), editionId, 4);
  const badges = await Promise.all(registrations.map(({ id }) => givenActiveBadge(em(), id, minute(-60))));
  const scans = Array.from({ length: 120 }, (_one, index) =>
    scan(`${seed}-${index}`, badges[random(4)]?.serial ?? '', {
      // Few instants, so that some scans happen at the same one.
      occurredAt: minute(random(40)),
      direction: random(2) === 0 ? IN : OUT,
      zone: ['MAIN', 'SESSIONS', 'STAFF'][random(3)] ?? 'MAIN',
      offline: random(2) === 0,
    }),
  );
  const batches = Map.groupBy(scans, () => random(9));

  await Promise.all([...batches.values()].map((batch) => record(service.running, editionId, batch)));
  const opened = await em().execute<{ id: string }[]>(
    `select id from scan where edition_id = ? and outcome = 'OK' order by nonce`,
    [editionId],
  );
  await Promise.all(
    opened
      .filter(() => random(4) === 0)
      .map(({ id }) => undoScan(em(), { viewer: desk, actorId: DESK_ID, scanId: id, nonce: `undo-${id}` }, minute(60))),
  );

  expect(await countScans(editionId)).toBeGreaterThan(120);
  await expectRecountedAlike(editionId);
});

it('counts whoever never came as absent when the edition is over, once', async () => {
  const { editionId, registrationId, badge } = await givenDoor();
  const absent = await givenRegistrations(em(), editionId, 3);
  await record(service.running, editionId, [scan('1', badge.serial)]);

  const counts = await Promise.all(
    Array.from({ length: 3 }, () => em().transactional((tx) => closeAttendance(tx, editionId, minute(2_000)))),
  );

  expect(counts.toSorted()).toEqual([0, 0, 3]);
  expect(await statusOf(registrationId)).toBe('ATTENDED');
  expect(await Promise.all(absent.map(({ id }) => statusOf(id)))).toEqual(['NO_SHOW', 'NO_SHOW', 'NO_SHOW']);
});

describe('the file of all scans', () => {
  const read = () => service.running.database.read;

  it('holds each of them, in the order of their recording', async () => {
    const { editionId, badge, registrationId } = await givenDoor();
    for (const nonce of ['b', 'a']) {
      await record(service.running, editionId, [scan(nonce, badge.serial)], minute(nonce === 'b' ? 1 : 2));
    }
    await record(service.running, editionId, manyUnknown(2_500), minute(3));

    const file = await scansFile({ read: read(), viewer: desk }, { id: editionId });

    if (typeof file === 'string' || typeof file.body === 'string' || Buffer.isBuffer(file.body))
      throw new Error('a stream');
    const lines = (await Array.fromAsync(file.body)).map(String).join('').split('\r\n');
    expect(file.contentType).toBe('text/csv; charset=utf-8');
    expect(lines).toHaveLength(2_504);
    expect(lines[0]).toBe(
      '\uFEFFid,nonce,occurred_at,recorded_at,zone,direction,badge_serial,registration_id,device,offline,outcome,conflict,resolution,recorded_by_id,undoes_id,undone_by_id',
    );
    expect(lines[1]?.split(',').slice(1)).toEqual([
      'b',
      '2026-10-01T04:00:00.000Z',
      '2026-10-01T04:01:00.000Z',
      'MAIN',
      'IN',
      badge.serial,
      registrationId,
      'gate-1',
      'false',
      'OK',
      '',
      '',
      DESK_ID,
      '',
      '',
    ]);
  });

  it('is for the desk alone', async () => {
    const { editionId } = await givenDoor();
    const fileFor = (viewer: typeof desk) => scansFile({ read: read(), viewer }, { id: editionId });

    expect([await fileFor(ANONYMOUS), await fileFor(participant(newId('person')))]).toEqual([
      'unauthenticated',
      'not-found',
    ]);
  });
});

function manyUnknown(count: number): GivenScan[] {
  return Array.from({ length: count }, (_one, index) => scan(`unknown-${index}`, 'no badge'));
}

function rotated<T>(items: readonly T[], by: number): T[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

/** The tables that are kept up hold what the facts alone say. */
async function expectRecountedAlike(editionId: string): Promise<void> {
  const kept = { presence: await presenceOf(editionId), entries: await entriesOf(editionId) };
  await em().transactional((tx) => recountPresence(tx, editionId));
  expect(kept).toEqual({ presence: await presenceOf(editionId), entries: await entriesOf(editionId) });
}

async function countBy(column: string, table: string, editionId: string): Promise<Record<string, number>> {
  const rows = await em().execute<{ value: string | null; rows: number }[]>(
    `select ${column} as value, count(*)::int as rows from ${table} where edition_id = ? group by 1`,
    [editionId],
  );
  return Object.fromEntries(rows.map(({ value, rows: count }) => [String(value), count]));
}

/** Codes of active badges, written all at once and each truly signed. */
async function codesInBulk(editionId: string, registrations: readonly { id: string }[]): Promise<string[]> {
  const model = await givenDoor();
  const [edition] = await em().execute<{ year: number }[]>('select year from edition where id = ?', [editionId]);
  const key = await em().transactional((tx) => signingKey(tx, TEST_KEYS, DAY_ONE));
  const badges = await Promise.all(
    registrations.map(async ({ id }, index) => {
      const serial = serialNumber(index);
      const claims = { serial, edition: edition?.year ?? 0, category: 'OPEN', zones: ['MAIN', 'SESSIONS'] };
      return { id, serial, code: await signBadge(key, claims, { from: minute(-540), until: minute(2_340) }) };
    }),
  );
  await em().transactional(async (tx) => {
    await provideZones(tx, editionId);
    await tx.execute(
      `insert into badge (id, serial, edition_id, registration_id, category, zones, status, valid_from, valid_until,
         key_id, qr_payload, issued_at, activated_at, activated_by_id)
       select 'badge_' || given.id, given.serial, ?, given.id, model.category, model.zones, 'ACTIVE', model.valid_from,
         model.valid_until, model.key_id, given.code, model.issued_at, model.activated_at, model.activated_by_id
       from jsonb_to_recordset(?::jsonb) as given (id text, serial text, code text), badge as model where model.id = ?`,
      [editionId, JSON.stringify(badges), model.badge.id],
    );
    await tx.execute(
      `insert into badge_id_check (id, badge_id, kind, checked_at, checked_by_id)
       select 'check_' || id, id, 'PASSPORT', issued_at, 'desk' from badge where edition_id = ?`,
      [editionId],
    );
  });
  return badges.map(({ code }) => code);
}

/** Serials that differ, by a number each. */
function serialNumber(index: number): string {
  const digits = Array.from({ length: 9 }, (_one, place) => Math.floor(index / 32 ** place));
  return serialOf([...digits.slice(0, 8), 7]);
}

/** Whole numbers below a limit that follow from a seed. */
function randomOf(seed: number): (limit: number) => number {
  let state = seed * 7_919;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
