import { describe, expect, it } from 'vitest';
import { changeSentence } from '../../../services/forum/session/programme/release/change-sentence.ts';
import {
  type DraftEntry,
  difference,
  type ProgrammeChange,
  type ProgrammeEntry,
} from '../../../services/forum/session/programme/release/difference.rules.ts';
import { filterOf } from '../../../services/forum/session/programme-filter.rules.ts';

const A = { id: 'room_a', name: { en: 'A' } };
const B = { id: 'room_b', name: { ru: 'Б', en: 'B' } };

const opening: ProgrammeEntry = {
  sessionId: 'session_1',
  title: { en: 'Opening', ru: 'Открытие' },
  description: {},
  startsAt: new Date('2026-10-01T05:00:00.000Z'),
  endsAt: new Date('2026-10-01T06:00:00.000Z'),
  room: A,
  floorLanguages: ['ru'],
  interpretationLanguages: ['en'],
  capacity: 20,
  waitlistLimit: 5,
  isOpenDoor: false,
  speakers: [],
};

function drafted(changes: Partial<DraftEntry> = {}): DraftEntry {
  return { ...opening, isRemoved: false, ...changes };
}

/** The one change between the opening and its draft. */
function changeTo(changes: Partial<DraftEntry>): ProgrammeChange {
  const [change, ...others] = difference([opening], [drafted(changes)]);
  if (!change || others.length > 0) throw new Error('one change is expected');
  return change;
}

describe('the difference of a draft', () => {
  it.each([
    ['to itself', [opening], [drafted()]],
    ['that writes the same texts in another order', [opening], [drafted({ title: { ru: 'Открытие', en: 'Opening' } })]],
    ['that does not know a released session', [opening], []],
    ['with a session that was removed before it was released', [], [drafted({ isRemoved: true })]],
  ])('is nothing %s', (_case, released, draft) => expect(difference(released, draft)).toEqual([]));

  it('tells all of an added session', () => {
    const [added] = difference([], [drafted({ speakers: ['Aigerim'], interpretationLanguages: [] })]);

    expect(added).toEqual({
      sessionId: 'session_1',
      kind: 'ADDED',
      fields: [
        { field: 'TITLE', from: null, to: { en: 'Opening', ru: 'Открытие' } },
        { field: 'STARTS_AT', from: null, to: '2026-10-01T05:00:00.000Z' },
        { field: 'ENDS_AT', from: null, to: '2026-10-01T06:00:00.000Z' },
        { field: 'ROOM', from: null, to: { id: 'room_a', name: { en: 'A' } } },
        { field: 'FLOOR_LANGUAGES', from: null, to: ['ru'] },
        { field: 'INTERPRETATION_LANGUAGES', from: null, to: [] },
        { field: 'CAPACITY', from: null, to: 20 },
        { field: 'WAITLIST_LIMIT', from: null, to: 5 },
        { field: 'IS_OPEN_DOOR', from: null, to: false },
        { field: 'SPEAKERS', from: null, to: ['Aigerim'] },
      ],
      title: { en: 'Opening', ru: 'Открытие' },
      startsAt: opening.startsAt,
      endsAt: opening.endsAt,
      roomName: { en: 'A' },
    });
  });

  it('tells what was and what is of a changed session, and nothing else', () => {
    const change = changeTo({ capacity: 30, floorLanguages: ['kk', 'ru'] });

    expect(change).toMatchObject({
      kind: 'CHANGED',
      fields: [
        { field: 'FLOOR_LANGUAGES', from: ['ru'], to: ['kk', 'ru'] },
        { field: 'CAPACITY', from: 20, to: 30 },
      ],
    });
  });

  it.each([
    ['time', { startsAt: new Date('2026-10-01T04:00:00.000Z') }, ['STARTS_AT']],
    ['end', { endsAt: new Date('2026-10-01T07:00:00.000Z'), capacity: 30 }, ['ENDS_AT', 'CAPACITY']],
    ['room', { room: B, title: { en: 'The opening' } }, ['TITLE', 'ROOM']],
  ])('calls a session moved whose %s changed, whatever else did', (_case, changes, fields) => {
    const change = changeTo(changes);

    expect(change.kind).toBe('MOVED');
    expect(change.fields.map(({ field }) => field)).toEqual(fields);
  });

  it('calls a removed session cancelled, as it was released', () => {
    const change = changeTo({ isRemoved: true, room: B, title: { en: 'Something else' } });

    expect(change).toMatchObject({ kind: 'CANCELLED', fields: [], title: opening.title, roomName: { en: 'A' } });
  });

  it('is in the order of time', () => {
    const draft = [drafted(), drafted({ sessionId: 'session_0', startsAt: new Date('2026-10-01T03:00:00.000Z') })];

    expect(difference([], draft).map(({ sessionId }) => sessionId)).toEqual(['session_0', 'session_1']);
  });
});

describe('a change in words', () => {
  const later = { startsAt: new Date('2026-10-01T06:30:00.000Z'), endsAt: new Date('2026-10-01T07:30:00.000Z') };
  const nextDay = { startsAt: new Date('2026-10-02T05:00:00.000Z'), endsAt: new Date('2026-10-02T06:00:00.000Z') };

  it.each<[string, ProgrammeChange, string]>([
    ['en', changeTo({ ...later, room: B }), 'Moved from 10:00 to 11:30, room B.'],
    ['en', changeTo(later), 'Moved from 10:00 to 11:30, room A.'],
    ['ru', changeTo({ ...later, room: B }), 'Перенесено с 10:00 на 11:30, зал: Б.'],
    ['kk', changeTo({ ...later, room: B }), 'Басталу уақыты ауысты: 10:00 орнына 11:30, зал: B.'],
    ['en', changeTo(nextDay), 'Moved from 1 October, 10:00 to 2 October, 10:00, room A.'],
    ['ru', changeTo(nextDay), 'Перенесено с 1 октября, 10:00 на 2 октября, 10:00, зал: A.'],
    ['en', changeTo({ room: B }), 'Moved from room A to room B, 1 October, 10:00.'],
    [
      'en',
      changeTo({ endsAt: later.startsAt, capacity: 30 }),
      'Ends at 11:30 instead of 11:00, room A. Also changed: number of seats.',
    ],
    [
      'en',
      changeTo({ room: B, endsAt: later.startsAt }),
      'Moved from room A to room B, 1 October, 10:00. Also changed: end.',
    ],
    ['en', changeTo({ title: { en: 'Start' }, speakers: ['Aigerim'] }), 'Changed: title, speakers.'],
    ['kk', changeTo({ capacity: 30 }), 'Өзгерді: орын саны.'],
    ['en', changeTo({ isRemoved: true }), 'Cancelled. It was planned for 1 October, 10:00, room A.'],
    ['kk-KZ', changeTo({ isRemoved: true }), 'Өткізілмейді. Жоспарланған уақыты: 1 қазан, 10:00, зал: A.'],
  ])('reads in %s: %o', (locale, change, sentence) =>
    expect(changeSentence(change, 'Asia/Almaty', locale)).toBe(sentence),
  );

  it('adds a session at its time in the zone of the edition', () => {
    const [added] = difference([], [drafted()]);

    expect(added && changeSentence(added, 'Asia/Bishkek', 'en')).toBe('Added: 1 October, 11:00, room A.');
  });
});

describe('a day of the programme', () => {
  it.each([
    ['UTC+5', 'Asia/Almaty', '2026-09-30T19:00:00.000Z', '2026-10-01T19:00:00.000Z'],
    ['UTC+6', 'Asia/Bishkek', '2026-09-30T18:00:00.000Z', '2026-10-01T18:00:00.000Z'],
  ])('begins and ends at midnight in the zone, %s', (_case, zone, from, until) => {
    const filter = filterOf({ day: '2026-10-01', room: 'A' }, zone);

    expect(filter).toEqual({ room: 'A', from: new Date(from), until: new Date(until) });
  });

  it('is as long as the clocks make it', () => {
    const { from, until } = { from: null, until: null, ...filterOf({ day: '2026-03-29' }, 'Europe/Chisinau') };

    expect(Number(until) - Number(from)).toBe(23 * 3_600_000);
  });

  it('is every day where none is asked for', () => {
    expect(filterOf({ floorLanguage: 'kk' }, 'Asia/Almaty')).toEqual({ floorLanguage: 'kk' });
  });
});
