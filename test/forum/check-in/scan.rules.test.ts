import { describe, expect, it } from 'vitest';
import { BadgeStatus } from '../../../services/forum/badge/badge.rules.ts';
import { checkScans, SCANS_LIMIT } from '../../../services/forum/check-in/record/scan-input.rules.ts';
import {
  type BadgeAtDoor,
  judge,
  type ScanAtDoor,
  ScanDirection,
  Sequence,
} from '../../../services/forum/check-in/scan.rules.ts';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { minute, scan } from './scans.ts';

const { IN, OUT } = ScanDirection;

const badge: BadgeAtDoor = {
  status: BadgeStatus.ACTIVE,
  zones: ['MAIN', 'SESSIONS'],
  validity: { from: minute(-540), until: minute(2_340) },
  activatedAt: minute(-60),
  endedAt: null,
  registrationStatus: RegistrationStatus.CONFIRMED,
};
const online: ScanAtDoor = { zone: 'MAIN', direction: IN, occurredAt: minute(10), offline: false, isGenuine: true };
const alone = { before: null, after: null };
const { REVOKED, LOST, PRE_VALID, EXPIRED } = BadgeStatus;
const endedAt = minute(5);

describe('with the portal at hand', () => {
  it.each<[string, Partial<ScanAtDoor>, Partial<BadgeAtDoor> | null, string]>([
    ['lets an active badge in', {}, {}, 'OK'],
    ['lets nobody in whose badge it does not know', {}, null, 'UNKNOWN'],
    ['takes no code with another signature', { isGenuine: false }, {}, 'BAD_SIGNATURE'],
    ['stops a revoked badge', {}, { status: REVOKED, endedAt }, 'REVOKED'],
    [
      'stops a lost badge, also before the hour it was lost',
      { occurredAt: minute(1) },
      { status: LOST, endedAt },
      'REVOKED',
    ],
    ['stops a badge that nobody has handed out', {}, { status: PRE_VALID, activatedAt: null }, 'NOT_ACTIVE'],
    ['stops whoever is under review', {}, { registrationStatus: RegistrationStatus.PENDING_REVIEW }, 'NOT_CONFIRMED'],
    ['lets whoever came before come again', {}, { registrationStatus: RegistrationStatus.ATTENDED }, 'OK'],
    ['stops a badge at a zone it does not open', { zone: 'STAFF' }, {}, 'WRONG_ZONE'],
    ['stops a badge before the first day', { occurredAt: minute(-541) }, {}, 'OUTSIDE_TIME'],
    ['stops a badge after the last day', { occurredAt: minute(2_340) }, {}, 'OUTSIDE_TIME'],
    ['stops an expired badge', {}, { status: EXPIRED, endedAt: minute(2_340) }, 'OUTSIDE_TIME'],
  ])('%s', (_case, more, changed, outcome) => {
    const at = changed && { ...badge, ...changed };

    expect(judge({ ...online, ...more }, at, EditionStatus.IN_PROGRESS, alone)).toEqual({ outcome, conflict: null });
  });

  it('lets nobody in twice, and everybody out', () => {
    const inside = { before: IN, after: null };

    expect(judge(online, badge, EditionStatus.IN_PROGRESS, inside).outcome).toBe('ALREADY_INSIDE');
    expect(judge({ ...online, direction: OUT }, badge, EditionStatus.IN_PROGRESS, inside).outcome).toBe('OK');
    expect(judge(online, badge, EditionStatus.IN_PROGRESS, { before: OUT, after: null }).outcome).toBe('OK');
  });

  it.each([EditionStatus.FINISHED, EditionStatus.CANCELLED, EditionStatus.POSTPONED, EditionStatus.DRAFT])(
    'lets nobody in at an edition that is %s',
    (status) => expect(judge(online, badge, status, alone).outcome).toBe('EDITION_CLOSED'),
  );
});

describe('for a door that decided by itself', () => {
  const offline = { ...online, offline: true };

  it.each<[string, Partial<ScanAtDoor>, Partial<BadgeAtDoor> | null, string, string | null]>([
    ['finds nothing wrong with an active badge', {}, {}, 'OK', null],
    [
      'finds nothing wrong with a badge that was revoked since',
      {},
      { status: REVOKED, endedAt: minute(11) },
      'OK',
      null,
    ],
    [
      'finds nothing wrong where the registration has ended since',
      {},
      { status: REVOKED, endedAt: minute(11), registrationStatus: RegistrationStatus.WITHDRAWN },
      'OK',
      null,
    ],
    ['flags a badge that was revoked before', {}, { status: REVOKED, endedAt }, 'REVOKED', 'BADGE_REVOKED_BEFORE'],
    ['flags a badge that was handed out only later', {}, { activatedAt: minute(11) }, 'NOT_ACTIVE', 'BADGE_NOT_ACTIVE'],
    ['flags a zone', { zone: 'STAFF' }, {}, 'WRONG_ZONE', 'WRONG_ZONE'],
    ['flags a forged code', { isGenuine: false }, {}, 'BAD_SIGNATURE', 'BAD_SIGNATURE'],
    ['flags what is no badge', {}, null, 'UNKNOWN', 'UNKNOWN_BADGE'],
    [
      'takes a badge for what it was, though it has expired',
      {},
      { status: EXPIRED, endedAt: minute(2_340) },
      'OK',
      null,
    ],
    [
      'flags whoever was counted as absent',
      {},
      { registrationStatus: RegistrationStatus.NO_SHOW },
      'OK',
      'ATTENDANCE_CLOSED',
    ],
  ])('%s', (_case, more, changed, outcome, conflict) => {
    const at = changed && { ...badge, ...changed };

    expect(judge({ ...offline, ...more }, at, EditionStatus.FINISHED, alone)).toEqual({ outcome, conflict });
  });

  it.each([
    ['an entry of somebody inside', IN, { before: IN, after: null }, 'ALREADY_INSIDE', 'ALREADY_INSIDE'],
    ['an entry before one that was let in', IN, { before: null, after: IN }, 'OK', 'DOUBLE_ENTRY'],
    ['an exit of somebody outside', OUT, { before: OUT, after: null }, 'OK', 'OUT_OF_ORDER'],
  ])('flags %s', (_case, direction, neighbours, outcome, conflict) => {
    expect(judge({ ...offline, direction }, badge, EditionStatus.IN_PROGRESS, neighbours)).toEqual({
      outcome,
      conflict,
    });
  });
});

it('keeps a sequence in order, whatever the order of arrival', () => {
  const place = (minutes: number, nonce: string, direction: ScanDirection) => ({
    occurredAt: minute(minutes),
    nonce,
    direction,
  });
  const sequence = new Sequence([place(9, 'a', IN), place(1, 'b', IN)]);

  sequence.add(place(5, 'c', OUT));

  expect(sequence.around({ occurredAt: minute(5), nonce: 'b' })).toEqual({ before: IN, after: OUT });
  expect(sequence.around({ occurredAt: minute(5), nonce: 'd' })).toEqual({ before: OUT, after: IN });
  expect(sequence.around({ occurredAt: minute(0), nonce: 'd' })).toEqual({ before: null, after: IN });
  expect(sequence.around({ occurredAt: minute(99), nonce: 'd' })).toEqual({ before: IN, after: null });
});

describe('a request', () => {
  it('names everything that is wrong at once', () => {
    const scans = [
      scan('1', 'x'),
      scan(' ', 'x'.repeat(1_001), { zone: '', device: 'd'.repeat(61) }),
      scan('a b', 'x'),
    ];

    expect(checkScans(scans)).toEqual([
      { path: ['scans', '1', 'nonce'], problem: 'blank', maximum: 100 },
      { path: ['scans', '1', 'badge'], problem: 'too-long', maximum: 1_000 },
      { path: ['scans', '1', 'zone'], problem: 'blank', maximum: 60 },
      { path: ['scans', '1', 'device'], problem: 'too-long', maximum: 60 },
      { path: ['scans', '2', 'nonce'], problem: 'characters', maximum: 100 },
    ]);
  });

  it.each([
    [0, 'none'],
    [SCANS_LIMIT + 1, 'too-many'],
  ])('of %i scans is refused', (length, problem) => {
    const scans = Array.from({ length }, (_one, index) => scan(String(index), 'x'));

    expect(checkScans(scans)).toEqual([{ path: ['scans'], problem, maximum: SCANS_LIMIT }]);
  });

  it('of as many scans as may be is taken', () => {
    expect(checkScans(Array.from({ length: SCANS_LIMIT }, (_one, index) => scan(String(index), 'x')))).toEqual([]);
  });
});
