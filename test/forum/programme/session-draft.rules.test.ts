import { describe, expect, it } from 'vitest';
import {
  checkSession,
  type SessionInput,
} from '../../../services/forum/session/programme/draft/session-draft.rules.ts';
import { checkTexts, isKnownLanguage, textsOf } from '../../../services/shared/text/given-texts.rules.ts';

const around = {
  edition: { startsAt: new Date('2026-10-01T04:00:00.000Z'), endsAt: new Date('2026-10-02T13:00:00.000Z') },
  room: { capacity: 60 },
};
const good: SessionInput = {
  title: [{ locale: 'kk', text: 'Ашылу' }],
  description: [],
  startsAt: around.edition.startsAt,
  endsAt: new Date('2026-10-01T05:00:00.000Z'),
  roomId: 'room_a',
  floorLanguages: ['kk', 'rsl'],
  interpretationLanguages: [],
  capacity: 60,
  waitlistLimit: 10,
  isOpenDoor: false,
  speakers: ['Aigerim'],
};
const at = (time: string) => new Date(`2026-10-01T${time}:00.000Z`);

describe('a session is fine', () => {
  it.each<[string, Partial<SessionInput>]>([
    ['that fills its room and begins with the edition', {}],
    ['with open doors', { isOpenDoor: true, capacity: null, waitlistLimit: 0 }],
    ['until the last minute', { endsAt: around.edition.endsAt }],
  ])('%s', (_case, changes) => expect(checkSession({ ...good, ...changes }, around)).toEqual([]));

  it('at any time while the edition has no dates, and of any size where nobody counted the room', () => {
    const nowhere = { edition: { startsAt: null, endsAt: null }, room: { capacity: null } };

    expect(checkSession({ ...good, capacity: 99_999 }, nowhere)).toEqual([]);
  });
});

describe('a session is wrong', () => {
  it.each<[string, Partial<SessionInput>, object[]]>([
    ['without a title', { title: [] }, [{ path: ['title'], problem: 'missing' }]],
    [
      'with an empty title',
      { title: [{ locale: 'kk', text: ' ' }] },
      [{ path: ['title', '0', 'text'], problem: 'blank' }],
    ],
    ['that ends when it starts', { endsAt: good.startsAt }, [{ path: ['endsAt'], problem: 'ends-before-it-starts' }]],
    ['that begins before the edition', { startsAt: at('03:59') }, [{ path: ['startsAt'], problem: 'outside-edition' }]],
    [
      'that ends after the edition',
      { endsAt: new Date('2026-10-02T13:01:00.000Z') },
      [{ path: ['endsAt'], problem: 'outside-edition' }],
    ],
    ['above its room', { capacity: 61 }, [{ path: ['capacity'], problem: 'above-room', maximum: 60 }]],
    ['without seats', { capacity: 0 }, [{ path: ['capacity'], problem: 'not-positive' }]],
    ['with open doors and seats', { isOpenDoor: true }, [{ path: ['capacity'], problem: 'open-door-with-seats' }]],
    ['with a queue for no seats', { capacity: null }, [{ path: ['waitlistLimit'], problem: 'queue-without-seats' }]],
    ['with a queue below zero', { waitlistLimit: -1 }, [{ path: ['waitlistLimit'], problem: 'negative' }]],
    ['in no language', { floorLanguages: [] }, [{ path: ['floorLanguages'], problem: 'missing' }]],
    [
      'in an unknown language',
      { floorLanguages: ['kk', 'zz'] },
      [{ path: ['floorLanguages', '1'], problem: 'unknown-language' }],
    ],
    [
      'interpreted twice',
      { interpretationLanguages: ['en-GB', 'EN-gb'] },
      [{ path: ['interpretationLanguages', '1'], problem: 'repeated' }],
    ],
    ['with a nameless speaker', { speakers: ['Aigerim', ''] }, [{ path: ['speakers', '1'], problem: 'blank' }]],
  ])('%s', (_case, changes, violations) => expect(checkSession({ ...good, ...changes }, around)).toEqual(violations));

  it('in many ways at once, and all are told', () => {
    const worst = {
      ...good,
      title: [{ locale: 'xx', text: '' }],
      endsAt: at('03:00'),
      floorLanguages: ['?'],
      capacity: 0,
      isOpenDoor: true,
    };

    expect(checkSession(worst, { ...around, room: null }).map(({ path }) => path.join('.'))).toEqual([
      'title.0.locale',
      'title.0.text',
      'endsAt',
      'endsAt',
      'roomId',
      'floorLanguages.0',
      'capacity',
      'capacity',
    ]);
  });
});

describe('texts by language', () => {
  it.each([
    ['kk', true],
    ['kk-Latn', true],
    ['EN-gb', true],
    ['ky', true],
    ['rsl', true],
    ['zz', false],
    ['', false],
    ['not a tag', false],
  ])('know the language %j: %s', (tag, known) => expect(isKnownLanguage(tag)).toBe(known));

  it('are kept under well-written tags, without the spaces around them', () => {
    expect(textsOf([{ locale: 'EN-gb', text: ' Opening ' }])).toEqual({ 'en-GB': 'Opening' });
  });

  it('are given once for each language', () => {
    const twice = [
      { locale: 'ru', text: 'Раз' },
      { locale: 'RU', text: 'Два' },
    ];

    expect(checkTexts(['note'], twice, { maximum: 3, required: false })).toEqual([
      { path: ['note', '1', 'locale'], problem: 'repeated' },
    ]);
  });
});
