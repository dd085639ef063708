import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';
import { type Known, SERVICES, signUpSomebody } from './somebody.ts';

const REQUEST = operation('15-request-data-export');

describe.each(transports)('a data export, subgraphs %s', (transport) => {
  let portal: Portal;
  let somebody: Known;
  let other: Known;
  beforeAll(async () => {
    portal = await openPortal(transport);
    somebody = await signUpSomebody(portal, 'curious');
    other = await signUpSomebody(portal, 'stranger');
  });
  afterAll(() => portal?.close());

  it('holds all that every service keeps about the person, and nothing of anybody else', async () => {
    const { url, expiresAt } = await request();

    const response = await download(url);

    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/zip',
      'no-store',
    ]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="erikti-\d{4}-\d\d-\d\d\.zip"$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const files = filesOf(await response.bytes());
    const { personId, services } = JSON.parse(files['data.json'] ?? '');
    expect(personId).toBe(somebody.personId);
    expect(Object.keys(services).toSorted()).toEqual(SERVICES.toSorted());
    const tables = Object.entries<object>(services).flatMap(([service, its]) =>
      Object.keys(its).map((table) => `${service}/${table}.csv`),
    );
    expect(Object.keys(files).toSorted()).toEqual(['data.json', ...tables].toSorted());
    const everything = Object.values(files).join('\n');
    expect(somebody.texts.filter((text) => !everything.includes(text))).toEqual([]);
    expect([other.personId, ...other.texts].filter((text) => everything.includes(text))).toEqual([]);
  });

  it('reads as people and as programs would like it', async () => {
    const { url } = await request();

    const files = filesOf(await (await download(url)).bytes());

    const { services } = JSON.parse(files['data.json'] ?? '');
    expect(services.forum.registration).toEqual([
      expect.objectContaining({
        status: 'CONFIRMED',
        affiliation: 'curious affiliation',
        dietary_needs: 'curious diet',
      }),
    ]);
    expect(services.accounts.sign_in).toEqual([expect.objectContaining({ email: somebody.email })]);
    expect(services.accounts.identity_document).toEqual([
      expect.objectContaining({ kind: 'PASSPORT', number: '••••321' }),
    ]);
    const [registrations = '', ...rows] = (files['forum/registration.csv'] ?? '').split('\r\n');
    expect(registrations).toMatch(/^\uFEFFid,edition_id,category,status,/);
    expect(rows).toHaveLength(2);
  });

  it('shows its address once', async () => {
    const input = { idempotencyKey: 'once' };

    const first = await somebody.ask(REQUEST, { input });
    const again = await somebody.ask(REQUEST, { input });

    const { export: made } = first.data.requestDataExport;
    expect(made).toMatchObject({
      status: 'READY',
      url: expect.stringContaining(`/files/data-exports/${made.id}?token=`),
    });
    expect(again.data.requestDataExport.export).toEqual({ ...made, url: null });
    expect(await tokensKept(made.url)).toBe(0);
    const { data } = await somebody.ask('query ($id: ID!) { node(id: $id) { id ... on DataExport { url } } }', {
      id: made.id,
    });
    expect(data.node).toEqual({ id: made.id, url: null });
    const { data: theirs } = await other.ask('query ($id: ID!) { node(id: $id) { id } }', { id: made.id });
    expect(theirs.node).toBeNull();
  });

  it('opens to nobody with another link, and to nobody after a day', async () => {
    const mine = await request();
    const others = await request(other);
    const token = new URL(mine.url).searchParams.get('token') ?? '';
    const path = new URL(mine.url).pathname;

    const wrong = await Promise.all(
      [
        path,
        `${path}?token=`,
        `${path}?token=${'x'.repeat(43)}`,
        `${path}?token=%00`,
        `${path}?token=${token}&token=2`,
        `${new URL(others.url).pathname}?token=${token}`,
        `/files/data-exports/data_export_none?token=${token}`,
      ].map((one) => download(`http://localhost${one}`)),
    );
    await asDatabaseOwner(portal.owner, (client) =>
      client.query(
        `update accounts.data_export set requested_at = requested_at - interval '1 day', expires_at = now() where id = $1`,
        [mine.id],
      ),
    );
    const late = await download(mine.url, { 'accept-language': 'kk' });

    expect(wrong.map(({ status }) => status)).toEqual(wrong.map(() => 404));
    expect(late.status).toBe(410);
    expect(await late.json()).toEqual({
      errors: [
        { message: 'Бұл сілтеменің мерзімі өткен. Деректеріңізді қайта сұраңыз.', extensions: { code: 'EXPIRED' } },
      ],
    });
  });

  it('is all or nothing: it names the service that is out of reach', async () => {
    const { url } = await request();
    await portal.silence('placements');

    const response = await download(url);

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The placements part of the portal is out of reach. Try again in a few minutes.',
          extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'placements' },
        },
      ],
    });
  });

  async function request(of: Known = somebody): Promise<{ id: string; url: string; expiresAt: string }> {
    const { data } = await of.ask(REQUEST, { input: {} });
    return data.requestDataExport.export;
  }

  /** The portal under test listens elsewhere than where its public address says. */
  function download(address: string, headers: Record<string, string> = {}): Promise<Response> {
    const { pathname, search } = new URL(address);
    return fetch(`${portal.url}${pathname}${search}`, { headers });
  }

  function tokensKept(url: string): Promise<number> {
    return asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        'select from accounts.data_export as one where position($1 in one::text) > 0',
        [new URL(url).searchParams.get('token')],
      );
      return rows.length;
    });
  }
});

function filesOf(archive: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
}
