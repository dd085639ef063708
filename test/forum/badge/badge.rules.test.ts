import { describe, expect, it } from 'vitest';
import { BadgeStatus, badgeTransitions, isBadgeMade, validityOf } from '../../../services/forum/badge/badge.rules.ts';
import { readClaims, readScanned } from '../../../services/forum/badge/key/payload.rules.ts';
import { readSerial, serialOf } from '../../../services/forum/badge/serial.rules.ts';
import { DEFAULT_CATEGORY_ZONES, DEFAULT_ZONES } from '../../../services/forum/badge/zone/zone.rules.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';

const { PRE_VALID, ACTIVE, LOST, REVOKED, EXPIRED, REISSUED } = BadgeStatus;
const drawn = [4, 31, 17, 0, 9, 22, 255, 8, 13];

describe('a serial', () => {
  const serial = serialOf(drawn);

  it('is ten characters of which nobody takes one for another', () => {
    expect(serial).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(serial.slice(0, 9)).toBe('4ZH09PZ8D');
  });

  it.each([
    ['small letters', serial.toLowerCase()],
    ['groups', `${serial.slice(0, 5)}-${serial.slice(5)}`],
    ['spaces', ` ${serial.slice(0, 3)} ${serial.slice(3)} `],
    ['an O for the 0', serial.replace('0', 'o')],
  ])('is read in %s', (_case, typed) => expect(readSerial(typed)).toBe(serial));

  it.each(['', '4ZH09PZ8', `${serial}0`, 'UUUUUUUUUU', '{"badge":1}', 'x'.repeat(5_000)])('is not %j', (typed) => {
    expect(readSerial(typed)).toBeNull();
  });

  it('is not read with any single character wrong', () => {
    const wrong = [...serial].flatMap((right, place) =>
      [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
        .filter((other) => other !== right)
        .map((other) => serial.slice(0, place) + other + serial.slice(place + 1)),
    );

    expect(wrong.filter((typed) => readSerial(typed) !== null)).toEqual([]);
  });

  it('is not read with two different neighbours exchanged', () => {
    const exchanged = [...serial]
      .slice(1)
      .map((_character, place) => serial.slice(0, place) + serial[place + 1] + serial[place] + serial.slice(place + 2))
      .filter((typed) => typed !== serial);

    expect(exchanged.filter((typed) => readSerial(typed) !== null)).toEqual([]);
  });
});

it.each<[string, BadgeStatus, BadgeStatus[]]>([
  ['a badge that was issued', PRE_VALID, [ACTIVE, LOST, REVOKED]],
  ['an active badge', ACTIVE, [LOST, REVOKED]],
  ['a lost badge', LOST, [REISSUED, REVOKED]],
  ['a revoked badge', REVOKED, []],
  ['a reissued badge', REISSUED, []],
  ['an expired badge', EXPIRED, []],
])('lets the desk take %s where the table says', (_case, from, to) => {
  expect(transitionsFrom(badgeTransitions, from, 'desk')).toEqual(to);
});

it.each<[string, BadgeStatus | null, boolean, boolean]>([
  ['the first one to whoever asks', null, false, true],
  ['none after one was revoked to its holder', REVOKED, false, false],
  ['another after one was revoked to the desk', REVOKED, true, true],
  ['none in the place of a lost one, which is reissued', LOST, true, false],
  ['none after the end', EXPIRED, true, false],
])('gives %s', (_case, newest, isDesk, isMade) => expect(isBadgeMade(newest, isDesk)).toBe(isMade));

it('opens doors on the whole days of the edition, in its own zone', () => {
  const days = {
    startsAt: new Date('2026-10-01T04:00:00.000Z'),
    endsAt: new Date('2026-10-02T13:00:00.000Z'),
    timeZone: 'Asia/Almaty',
  };

  expect(validityOf(days)).toEqual({
    from: new Date('2026-09-30T19:00:00.000Z'),
    until: new Date('2026-10-02T19:00:00.000Z'),
  });
  expect(validityOf({ ...days, endsAt: null })).toBeNull();
});

it('has default zones for every category, all of them zones', () => {
  const codes = DEFAULT_ZONES.map(({ code }) => code);

  expect(Object.keys(DEFAULT_CATEGORY_ZONES).toSorted()).toEqual(Object.values(ParticipantCategory).toSorted());
  expect(
    Object.values(DEFAULT_CATEGORY_ZONES)
      .flat()
      .filter((zone) => !codes.includes(zone)),
  ).toEqual([]);
});

it.each([
  ['a serial', serialOf(drawn), { kind: 'serial', serial: serialOf(drawn) }],
  ['a code', 'ab.cd.ef\n', { kind: 'payload', payload: 'ab.cd.ef' }],
  ["somebody's card", 'BEGIN:VCARD', { kind: 'other' }],
])('takes %s for what it is', (_case, text, scanned) => expect(readScanned(text)).toEqual(scanned));

it.each([[null], ['text'], [{ serial: 'x', edition: 2026 }], [{ serial: serialOf(drawn) }], [{ edition: 2026 }]])(
  'reads no claims from %j',
  (payload) => expect(readClaims(payload)).toBeNull(),
);
