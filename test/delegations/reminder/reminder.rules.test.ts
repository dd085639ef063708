import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { protocolMessages } from '../../../services/delegations/protocol/messages.ts';
import { listMessages } from '../../../services/delegations/protocol/print/messages.ts';
import { reminderMessages } from '../../../services/delegations/reminder/messages.ts';
import { checkDays, dueReminder } from '../../../services/delegations/reminder/reminder.rules.ts';

const CLOSES = new Date('2026-08-15T13:00:00Z');
const at = (now: string, days = [14, 7, 1], timeZone = 'Asia/Almaty', closesAt = CLOSES) =>
  dueReminder(closesAt, days, { timeZone, now: new Date(now) });

describe('a reminder', () => {
  it.each([
    ['is not due before its first moment', '2026-08-01T12:59:59.999Z', null],
    ['is due from its moment on', '2026-08-01T13:00:00Z', { daysBefore: 14, at: new Date('2026-08-01T13:00:00Z') }],
    [
      'goes late where nobody could send it',
      '2026-08-07T20:00:00Z',
      { daysBefore: 14, at: new Date('2026-08-01T13:00:00Z') },
    ],
    ['gives way to a later one', '2026-08-14T13:00:00Z', { daysBefore: 1, at: new Date('2026-08-14T13:00:00Z') }],
    ['is not due any more at the deadline', '2026-08-15T13:00:00Z', null],
  ])('%s', (_case, now, due) => expect(at(now)).toEqual(due));

  it('comes at the hour of the deadline, also across a change of the clocks', () => {
    const closesAt = new Date('2026-11-02T17:00:00Z');

    expect(at('2026-11-01T12:00:00Z', [7], 'America/New_York', closesAt)).toEqual({
      daysBefore: 7,
      at: new Date('2026-10-26T16:00:00Z'),
    });
  });

  it('is never due where no days are set', () => expect(at('2026-08-14T13:00:00Z', [])).toBeNull());
});

describe('days before a deadline', () => {
  it.each([
    ['may be any of a year', [365, 1], []],
    ['may be none', [], []],
    [
      'are told everything wrong with them at once',
      [0, 366, 7, 7],
      [
        { index: 0, problem: 'out-of-range' },
        { index: 1, problem: 'out-of-range' },
        { index: 3, problem: 'repeated' },
      ],
    ],
    ['are ten at most', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [{ index: null, problem: 'too-many' }]],
  ])('%s', (_case, days, violations) => expect(checkDays(days)).toEqual(violations));
});

const VALUES = {
  ...{ maximum: 10, count: 2, allocated: 5, free: 3, pending: 2, unreached: 1, word: 'HEAD' },
  ...{ country: 'KZ', deadline: 'D', zone: 'Z', year: '2026', at: 'D' },
};

it.each(Object.entries({ ...reminderMessages, ...protocolMessages, ...listMessages }))(
  'says %s in three languages',
  (_key, message) => {
    for (const [language, text] of Object.entries(message)) {
      expect(String(new IntlMessageFormat(text, language).format(VALUES))).not.toMatch(/[{}#]|^\s*$/);
    }
  },
);
