import { describe, expect, it } from 'vitest';
import {
  cutPage,
  fitsOrder,
  type Page,
  type PageArguments,
  readPage,
  type SortKey,
  type SortType,
  writeCursor,
} from '../../../services/shared/graph/connection.rules.ts';

const key: SortKey = ['2026-10-01T04:00:00.000Z', 'session_1'];
const cursor = writeCursor(key);

describe('the page asked for', () => {
  it.each<[string, PageArguments, Page]>([
    ['the first twenty when nothing is said', {}, { direction: 'forward', size: 20, from: null }],
    ['the first twenty when all is null', nulls(), { direction: 'forward', size: 20, from: null }],
    ['one row', { first: 1 }, { direction: 'forward', size: 1, from: null }],
    ['a hundred rows', { first: 100 }, { direction: 'forward', size: 100, from: null }],
    ['twenty after a cursor', { after: cursor }, { direction: 'forward', size: 20, from: key }],
    ['some after a cursor', { first: 3, after: cursor }, { direction: 'forward', size: 3, from: key }],
    ['the last ones', { last: 3 }, { direction: 'backward', size: 3, from: null }],
    ['the last hundred', { last: 100 }, { direction: 'backward', size: 100, from: null }],
    ['twenty before a cursor', { before: cursor }, { direction: 'backward', size: 20, from: key }],
    ['some before a cursor', { last: 3, before: cursor }, { direction: 'backward', size: 3, from: key }],
  ])('is %s', (_case, asked, page) => expect(readPage(asked, 2)).toEqual(page));

  it.each<[string, PageArguments]>([
    ['no rows', { first: 0 }],
    ['less than no rows', { first: -1 }],
    ['more than a hundred', { first: 101 }],
    ['no rows from the end', { last: 0 }],
    ['more than a hundred from the end', { last: 101 }],
  ])('may not be %s', (_case, asked) => expect(readPage(asked, 2)).toEqual({ problem: 'page-size' }));

  it.each<[string, PageArguments]>([
    ['first and last', { first: 1, last: 1 }],
    ['after and before', { after: cursor, before: cursor }],
    ['first and before', { first: 1, before: cursor }],
    ['last and after', { last: 1, after: cursor }],
  ])('may not be from both sides: %s', (_case, asked) =>
    expect(readPage(asked, 2)).toEqual({ problem: 'both-directions' }),
  );

  it.each([
    ['empty', ''],
    ['no cursor', 'please'],
    ['cut short', cursor.slice(0, -3)],
    ['of another list, with a shorter key', writeCursor(['a'])],
    ['of another list, with a longer key', writeCursor(['a', 'b', 'c'])],
    ['a text', encoded('"ab"')],
    ['an object', encoded('{"length":2}')],
    ['null', encoded('null')],
    ['made of nulls', encoded('[null,null]')],
    ['made of lists', encoded('[[],[]]')],
    ['made of flags', encoded('[true,false]')],
  ])('may not follow a cursor that is %s', (_case, garbled) => {
    expect(readPage({ after: garbled }, 2)).toEqual({ problem: 'cursor' });
    expect(readPage({ before: garbled }, 2)).toEqual({ problem: 'cursor' });
  });

  it.each<[SortKey]>([[['Қазақстан «🌿»', 'a']], [[2026, 'a']], [[-1, '']]])('reads the cursor of %j again', (place) =>
    expect(readPage({ after: writeCursor(place) }, place.length)).toEqual({
      direction: 'forward',
      size: 20,
      from: place,
    }),
  );

  it('writes cursors that need no escaping in a URL', () => {
    expect(writeCursor(['>>>???', 'ÿÿÿ'])).toMatch(/^[\w-]+$/);
  });
});

describe('a place in a list', () => {
  it.each<[SortType, SortKey[number][], SortKey[number][]]>([
    ['text', ['', 'a', '2026'], [2026, 'a\0']],
    ['integer', [0, -5, 2 ** 31 - 1], ['1', 1.5, 2 ** 31, Infinity]],
    [
      'timestamptz',
      ['2026-10-01T04:00:00.000Z', '9999-12-31T23:59:59.999Z'],
      [
        '',
        'now',
        '2026-10-01',
        '2026-02-30T04:00:00.000Z',
        '0000-01-01T00:00:00.000Z',
        '+010000-01-01T00:00:00.000Z',
        0,
      ],
    ],
    ['date', ['2026-10-01', '2024-02-29'], ['', 'today', '2026-02-29', '2026-10-01T04:00:00.000Z', '0000-01-01', 0]],
  ])('is told from what is none: %s', (type, places, others) => {
    expect(places.map((place) => fitsOrder([place], [type]))).toEqual(places.map(() => true));
    expect(others.map((other) => fitsOrder([other], [type]))).toEqual(others.map(() => false));
  });

  it('has as many parts as the order', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((place) => fitsOrder(place, ['text', 'text']))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('a page cut from what was found', () => {
  const page = (direction: Page['direction'], from: SortKey | null): Page => ({ direction, size: 3, from });

  it.each<[string, number[], Page, ReturnType<typeof cutPage>]>([
    ['the beginning', [1, 2, 3, 4], page('forward', null), cut([1, 2, 3], { previous: false, next: true })],
    ['the middle', [4, 5, 6, 7], page('forward', key), cut([4, 5, 6], { previous: true, next: true })],
    ['the end', [7, 8], page('forward', key), cut([7, 8], { previous: true, next: false })],
    ['all there is', [1, 2, 3], page('forward', null), cut([1, 2, 3], { previous: false, next: false })],
    ['nothing', [], page('forward', null), cut([], { previous: false, next: false })],
    ['the end, from behind', [9, 8, 7, 6], page('backward', null), cut([7, 8, 9], { previous: true, next: false })],
    ['the middle, from behind', [6, 5, 4, 3], page('backward', key), cut([4, 5, 6], { previous: true, next: true })],
    ['the beginning, from behind', [2, 1], page('backward', key), cut([1, 2], { previous: false, next: true })],
    ['nothing, from behind', [], page('backward', null), cut([], { previous: false, next: false })],
  ])('is in reading order and knows its neighbours: %s', (_case, found, asked, expected) =>
    expect(cutPage(found, asked)).toEqual(expected),
  );
});

function cut(rows: number[], more: { previous: boolean; next: boolean }) {
  return { rows, hasPreviousPage: more.previous, hasNextPage: more.next };
}

function nulls(): PageArguments {
  return { first: null, after: null, last: null, before: null };
}

function encoded(json: string): string {
  return Buffer.from(json).toString('base64url');
}
