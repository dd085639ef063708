import { serverAudits } from 'graphql-http';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
const logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  portal = await openPortal('in-process', { log });
});
afterAll(() => portal?.close());

it('speaks GraphQL over HTTP without an error or a warning from the public audit', async () => {
  const results = await Promise.all(
    serverAudits({ url: `${portal.url}/graphql`, fetchFn: fetch }).map(async (audit) => (await audit.fn()).status),
  );

  expect(results).toHaveLength(61);
  expect(results.filter((status) => status === 'error' || status === 'warn')).toEqual([]);
});

describe('a fault of ours', () => {
  it('reaches the client as a code and a correlation id, and our log whole', async () => {
    logged.length = 0;
    await breakTable('forum.session', 'session_broken');

    const answer = await portal.ask('{ forumEdition(year: 2026) { year sessions { nodes { id } } } }');
    await breakTable('forum.session_broken', 'session');

    const correlationId = answer.headers.get('x-correlation-id');
    expect({ status: answer.status, data: answer.data, errors: answer.errors }).toEqual({
      status: 200,
      data: { forumEdition: null },
      errors: [
        {
          message: 'Something went wrong on our side.',
          path: ['forumEdition', 'sessions'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
        },
      ],
    });
    const faults = logged.map((line) => JSON.parse(line)).filter((line) => line.correlationId === correlationId);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ service: 'forum', err: { message: 'relation "session" does not exist' } });
  });

  it('takes no password or token into the log', () => {
    expect(logged.join('\n')).not.toMatch(/password|Bearer|@demo/);
  });
});

describe('what is refused before it is planned', () => {
  it('is a page of pages, with its cost and the limit', async () => {
    const { errors } = await portal.ask(
      '{ forumEditions(first: 100) { nodes { sessions(first: 100) { nodes { id } } } } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', cost: 10_201, limit: 5_000 } }]);
  });

  it.each([
    ['first: 0', 'page-size'],
    ['first: 101', 'page-size'],
    ['first: 1, last: 1', 'both-directions'],
    ['after: "nonsense"', 'cursor'],
  ])('is the page (%s)', async (page, problem) => {
    const { data, errors } = await portal.ask(`{ forumEditions(${page}) { nodes { id } } }`);

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', problem } }]);
  });

  it('is a variable that does not fit', async () => {
    const { data, errors } = await portal.ask(
      'query ($on: LocalDate!) { country(code: "KZ") { cisMembership(on: $on) { status } } }',
      {
        on: 'yesterday',
      },
    );

    expect(data?.country?.cisMembership ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is a field of the federation protocol', async () => {
    const { errors } = await portal.ask('{ _service { sdl } }');

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('a portal with introspection switched off', () => {
  it('keeps its schema to itself', async () => {
    const closed = await openPortal('in-process', { introspection: false });

    const { data, errors } = await closed.ask('{ __schema { types { name } } }');
    await closed.close();

    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

async function breakTable(from: string, to: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ ...portal.owner });
  await client.connect();
  await client.query(`alter table ${from} rename to ${to}`);
  await client.end();
}
