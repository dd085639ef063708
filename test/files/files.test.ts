import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileSources } from '../../services/shared/files/file.ts';
import { fileUrl } from '../../services/shared/files/file.ts';
import type { ServiceContext } from '../../services/shared/service.ts';
import { transports } from '../support/portal.ts';
import { type OpenFiles, openFiles, slowStream, type Watched } from './open-files.ts';

const streams = new Map<string, Watched>();
let downloads = 0;

const files: FileSources<ServiceContext> = {
  greetings: async ({ viewer, locale, publicUrl }, { id, query }) => {
    downloads += 1;
    const body = JSON.stringify({ id, query, personId: viewer.personId, locale, publicUrl });
    return { contentType: 'application/json; charset=utf-8', filename: null, body };
  },
  letters: async ({ viewer }, { id }) => {
    if (viewer.personId === null) return 'unauthenticated';
    if (id === 'revoked') return 'expired';
    if (id === 'theirs') return 'forbidden';
    if (id !== viewer.personId) return 'not-found';
    return { contentType: 'application/pdf', filename: 'Шақыру хаты № "1".pdf', body: Buffer.from('%PDF') };
  },
  calendars: async () => ({
    contentType: 'text/calendar',
    filename: 'forum.ics',
    body: Readable.from(['BEGIN:', 'VCALENDAR'], { objectMode: false }),
    lastModified: new Date('2026-05-01T08:00:00.000Z'),
    cacheSeconds: 300,
  }),
  feeds: async (_context, { id }) => ({
    contentType: 'application/atom+xml',
    filename: null,
    body: `<feed>${id}</feed>`,
    cacheSeconds: 300,
  }),
  streams: async (_context, { id, query }) => {
    const stream = slowStream(query.pieces === undefined ? undefined : Number(query.pieces));
    streams.set(id, stream);
    return { contentType: 'application/octet-stream', filename: null, body: stream.body };
  },
  broken: async (_context, { id }) => {
    if (id === 'at-once') throw new Error('column "secret" is missing');
    const { body } = slowStream();
    setTimeout(() => body.destroy(new Error('column "secret" is missing')), 100);
    return { contentType: 'text/plain', filename: null, body };
  },
};

describe.each(transports)('files of a service, %s', (transport) => {
  let open: OpenFiles;
  beforeAll(async () => {
    open = await openFiles(transport, files);
  });
  afterAll(() => open?.close());

  it('reach whoever asks as the graph knows them: viewer, language, address, what follows "?"', async () => {
    const response = await get('/files/forum/greetings/a%2Fb%20%C3%BC?x=1&y=2', {
      authorization: 'Bearer person_1',
      'accept-language': 'kk',
    });

    expect(await response.json()).toEqual({
      id: 'a/b ü',
      query: { x: '1', y: '2' },
      personId: 'person_1',
      locale: 'kk',
      publicUrl: 'http://localhost',
    });
    expect(response.status).toBe(200);
    expect(headersOf(response, 'content-type', 'content-disposition', 'cache-control')).toEqual([
      'application/json; charset=utf-8',
      'inline',
      'no-store',
    ]);
  });

  it('reach anybody where the service says so, and may then be kept', async () => {
    const response = await get('/files/forum/calendars/2026');

    expect(await response.text()).toBe('BEGIN:VCALENDAR');
    expect(headersOf(response, 'content-type', 'content-disposition', 'cache-control', 'last-modified')).toEqual([
      'text/calendar',
      'attachment; filename="forum.ics"',
      'public, max-age=300',
      'Fri, 01 May 2026 08:00:00 GMT',
    ]);
    const known = await get('/files/forum/calendars/2026', { authorization: 'Bearer person_1' });
    expect(known.headers.get('cache-control')).toBe('private, max-age=300');
  });

  it('are not sent again to whoever has this version, and are once there is another', async () => {
    const first = await get('/files/forum/feeds/kk');
    const etag = first.headers.get('etag') ?? '';

    const again = await get('/files/forum/feeds/kk', { 'if-none-match': `"other", W/${etag}` });
    const other = await get('/files/forum/feeds/ru', { 'if-none-match': etag });

    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(headersOf(again, 'etag', 'cache-control')).toEqual([etag, 'public, max-age=300']);
    expect([other.status, await other.text()]).toEqual([200, '<feed>ru</feed>']);
  });

  it('have no version to ask by where nobody may keep them', async () => {
    const letter = await get('/files/forum/letters/person_1', {
      authorization: 'Bearer person_1',
      'if-none-match': '*',
    });

    expect([letter.status, letter.headers.get('etag')]).toEqual([200, null]);
  });

  it('keep their names in every script', async () => {
    const response = await get('/files/forum/letters/person_1', { authorization: 'Bearer person_1' });

    expect(await response.text()).toBe('%PDF');
    expect(headersOf(response, 'content-length', 'content-disposition')).toEqual([
      '4',
      `attachment; filename="______ ____ _ _1_.pdf"; filename*=UTF-8''${encodeURIComponent('Шақыру хаты № "1".pdf')}`,
    ]);
  });

  it.each([
    [
      'a stranger',
      'letters/person_2',
      'person_1',
      404,
      'NOT_FOUND',
      'Мұндай файл жоқ. Сілтеме толық көшірілгенін тексеріңіз.',
    ],
    ['nobody in particular', 'letters/person_2', null, 401, 'UNAUTHENTICATED', 'Бұл файлды алу үшін жүйеге кіріңіз.'],
    ['a token of nobody', 'greetings/1', 'nobody', 401, 'UNAUTHENTICATED', 'Бұл файлды алу үшін жүйеге кіріңіз.'],
    ['whoever may not', 'letters/theirs', 'person_1', 403, 'FORBIDDEN', 'Бұл файлды алуға құқығыңыз жоқ.'],
    ['whoever comes too late', 'letters/revoked', 'person_1', 410, 'EXPIRED', 'Бұл құжат енді жарамсыз.'],
    [
      'whoever asks for a kind there is not',
      'constructor/1',
      null,
      404,
      'NOT_FOUND',
      'Мұндай файл жоқ. Сілтеме толық көшірілгенін тексеріңіз.',
    ],
    [
      'whoever sends a NUL',
      'greetings/%00',
      null,
      404,
      'NOT_FOUND',
      'Мұндай файл жоқ. Сілтеме толық көшірілгенін тексеріңіз.',
    ],
    [
      'whoever says a thing twice',
      'greetings/1?a=1&a=2',
      null,
      404,
      'NOT_FOUND',
      'Мұндай файл жоқ. Сілтеме толық көшірілгенін тексеріңіз.',
    ],
  ])('are refused to %s, in their language', async (_who, path, personId, status, code, message) => {
    const response = await get(`/files/forum/${path}`, {
      'accept-language': 'kk',
      ...(personId !== null && { authorization: `Bearer ${personId}` }),
    });

    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code } }] });
    expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
  });

  it('are not made, nor counted, for a look at their headers', async () => {
    const before = downloads;

    const response = await fetch(`${open.url}/files/forum/greetings/1`, { method: 'HEAD' });

    expect([response.status, response.headers.get('allow'), downloads - before]).toEqual([405, 'GET', 0]);
  });

  it('come as they are made, the first bytes long before the last', async () => {
    const response = await get('/files/forum/streams/slow?pieces=40');
    const reader = response.body?.getReader();
    const first = await reader?.read();
    const givenByThen = streams.get('slow')?.given() ?? 0;
    let length = first?.value?.byteLength ?? 0;
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) length += next.value.byteLength;

    expect(givenByThen).toBeLessThan(40);
    expect(length).toBe(40 * 65_536);
    await streams.get('slow')?.over;
  });

  it('end at their source when the client goes away', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${open.url}/files/forum/streams/endless`, { signal: leaving.signal });
    await response.body?.getReader().read();

    leaving.abort();
    await streams.get('endless')?.over;

    expect(streams.get('endless')?.given()).toBeLessThan(1_000);
  });

  it('wait at their source for a client that does not read', async () => {
    const leaving = new AbortController();
    await fetch(`${open.url}/files/forum/streams/unread`, { signal: leaving.signal });

    await stillFor(() => streams.get('unread')?.given() ?? 0);

    const held = streams.get('unread')?.given() ?? 0;
    leaving.abort();
    await streams.get('unread')?.over;
    expect(held).toBeLessThan(1_000);
  });

  it('tell nothing of a fault, and never pass half a file off as a whole one', async () => {
    const response = await get('/files/forum/broken/at-once');
    const half = await get('/files/forum/broken/on-the-way');

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Something went wrong on our side.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: expect.stringMatching(/^request_/) },
        },
      ],
    });
    expect(half.status).toBe(200);
    await expect(half.arrayBuffer()).rejects.toThrow('terminated');
  });

  it('name the service that is out of reach', async () => {
    await open.silence();

    const [known, unknown] = await Promise.all([
      get('/files/forum/greetings/1', { 'accept-language': 'ru' }),
      get('/files/catering/menus/1'),
    ]);

    expect([known.status, known.headers.get('retry-after'), unknown.status]).toEqual([503, '60', 404]);
    expect(await known.json()).toEqual({
      errors: [
        {
          message: 'Часть портала «forum» сейчас недоступна. Повторите через несколько минут.',
          extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'forum' },
        },
      ],
    });
  });

  function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${open.url}${path}`, { headers });
  }
});

it('has addresses that survive any ID', () => {
  expect(fileUrl('https://portal.example', 'forum', 'badges', 'a/b?c')).toBe(
    'https://portal.example/files/forum/badges/a%2Fb%3Fc',
  );
});

function headersOf({ headers }: Response, ...names: string[]): (string | null)[] {
  return names.map((name) => headers.get(name));
}

/** Waits until a count has not moved for a while. */
async function stillFor(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
