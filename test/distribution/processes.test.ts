import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { services } from '../../services/services.ts';
import { participant } from '../../services/shared/access/access.rules.ts';
import { makeGatewayKeys, readGatewayKey, signScope } from '../../services/shared/execution/gateway-token.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { GATEWAY_TOKEN_HEADER } from '../../services/shared/http/gateway-headers.ts';
import { newId } from '../../services/shared/ids.ts';
import { TEST_PASSWORD } from '../support/constants.ts';
import { operation } from '../support/operations.ts';
import { checkHealth, type PortalProcesses, startPortalProcesses } from './portal-processes.ts';

const FORUM_PAGE = operation('01-forum-page');
const REGISTER = operation('04-register');
/** What comes about by itself has come about by then, on a machine with much else to do. */
const ARRIVAL_MS = 10_000;

let portal: PortalProcesses;
beforeAll(async () => {
  portal = await startPortalProcesses();
});
afterAll(() => portal?.close());

describe('the portal in processes of its own', () => {
  it('signs a person in, registers them, and shows the page to anyone', async () => {
    const token = await signIn('participant@demo.erikti.example');
    const editionId = await edition();

    const registered = await ask(
      REGISTER,
      { input: { editionId, category: 'OPEN', consents: [] } },
      { authorization: `Bearer ${token}` },
    );

    expect(registered.data.registerForForum).toMatchObject({
      __typename: 'RegisterForForumSuccess',
      registration: { status: 'CONFIRMED', edition: { availability: { capacity: 400, claimed: 1 } } },
    });
    const { status, errors, data } = await forumPage();
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.forumEdition).toMatchObject({
      year: 2026,
      host: { code: 'KZ', name: 'Kazakhstan' },
      availability: { capacity: 400, claimed: 1 },
    });
    expect(data.forumEdition.delegations.nodes).toHaveLength(10);
  });

  it('brings word of an event from the service where it happened to the one that acts on it', async () => {
    const heads = await headsOnceNamed();

    expect(heads).toHaveLength(10);
    expect(heads[0]).toBe('Արմեն Հակոբյան');
  });

  it('answers the rest of a page while a service is gone, says which, and the whole page once it is back', async () => {
    await headsOnceNamed();
    const whole = await forumPage();
    const origin = portal.origins.get('delegations') ?? '';

    await portal.programs.get('delegations')?.end('SIGKILL');
    const { status, data, errors } = await forumPage();
    const healthCodes = [await checkHealth('delegations', origin), await checkHealth('gateway', portal.url)];
    await portal.restart('delegations');

    const { host, delegations, ...rest } = data.forumEdition;
    expect({ status, host, delegations }).toEqual({ status: 200, host: { code: 'KZ', name: null }, delegations: null });
    expect(rest).toEqual(without(whole.data.forumEdition, 'host', 'delegations'));
    const error = {
      message: 'The delegations part of the portal is out of reach. Try again in a moment.',
      extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'delegations' },
    };
    expect(errors?.toSorted((one, other) => one.path.length - other.path.length)).toEqual([
      { ...error, path: ['forumEdition'] },
      { ...error, path: ['forumEdition', 'host'] },
    ]);
    expect(healthCodes).toEqual([1, 0]);
    expect(await forumPage()).toEqual(whole);
    expect(await checkHealth('delegations', origin)).toBe(0);
  });

  it('answers again after the database has dropped every connection', async () => {
    await headsOnceNamed();
    const before = await forumPage();

    await portal.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );

    await expect.poll(forumPage, { timeout: ARRIVAL_MS }).toEqual(before);
    expect(await (await fetch(`${portal.url}/health/ready`)).json()).toEqual({
      ready: true,
      subgraphs: { accounts: true, forum: true, delegations: true, placements: true, network: true },
    });
  });
});

describe('what is between the gateway and its services', () => {
  it.each([
    ['_service', '{ _service { sdl } }'],
    ['_entities', '{ _entities(representations: []) { __typename } }'],
  ])('has no %s for clients', async (field, query) => {
    const { data, errors } = await ask(query);

    expect({ data, errors }).toEqual({
      data: undefined,
      errors: [
        {
          message: `Cannot query field "${field}" on type "Query".`,
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    });
  });

  it('lets the gateway alone ask a service, for exactly what it signed', async () => {
    const signingKey = await readGatewayKey(portal.signingKey);
    const otherKey = await readGatewayKey((await makeGatewayKeys()).signingKey);
    const scope: RequestScope = {
      viewer: participant(newId('person')),
      locale: 'en',
      correlationId: newId('request'),
      deadlineAt: Date.now() + 10_000,
    };
    const input = { editionId: await edition(), category: 'OPEN', consents: [] };
    const body = JSON.stringify({ query: REGISTER, variables: { input } });
    const altered = JSON.stringify({
      query: REGISTER,
      variables: { input: { ...input, affiliation: 'Someone else' } },
    });
    const before = await claimed();

    const refused = {
      unsigned: await askForum(body),
      'not a token': await askForum(body, 'signed'),
      'signed by another key': await askForum(body, await signScope(otherKey, 'forum', body, scope)),
      'signed for another service': await askForum(body, await signScope(signingKey, 'accounts', body, scope)),
      'with another body': await askForum(altered, await signScope(signingKey, 'forum', body, scope)),
      'signed too long ago': await askForum(body, await earlier(() => signScope(signingKey, 'forum', body, scope))),
    };

    const refusal = { status: 401, errors: [{ message: 'Only the gateway may ask.' }] };
    expect(refused).toEqual(Object.fromEntries(Object.keys(refused).map((how) => [how, refusal])));
    expect(await claimed()).toBe(before);
    const token = await signScope(signingKey, 'forum', body, scope);
    const accepted = await askForum(body, token);
    expect(accepted.data.registerForForum.__typename).toBe('RegisterForForumSuccess');
    expect(await askForum(body, token)).toEqual(refusal);
    expect(await claimed()).toBe(before + 1);
  });

  it.each(services.map(({ name }) => name))('tells nobody else what %s consists of', async (name) => {
    const answer = await post(`${portal.origins.get(name)}/graphql`, JSON.stringify({ query: '{ _service { sdl } }' }));

    expect(answer).toEqual({ status: 401, errors: [{ message: 'Only the gateway may ask.' }] });
  });

  it.each(['/identity/viewer', '/auth/sign-in/email'])('keeps %s of accounts for the gateway', async (path) => {
    const body = JSON.stringify({ token: 'any', email: 'participant@demo.erikti.example', password: TEST_PASSWORD });

    const answer = await post(`${portal.origins.get('accounts')}${path}`, body);

    expect(answer).toEqual({ status: 401, errors: [{ message: 'Only the gateway may ask.' }] });
  });
});

/** Comes last: it ends what the tests above ask. On Windows, a signal ends a process at once. */
describe.skipIf(process.platform === 'win32')('told to end', () => {
  it('every process closes what it has open and ends without a fault', async () => {
    const told = Date.now();

    const codes = await Promise.all(
      [...portal.programs].map(async ([name, program]) => [name, (await program.end('SIGTERM')).code]),
    );

    const expected = ['accounts', 'forum', 'delegations', 'placements', 'network', 'gateway'].map((name) => [name, 0]);
    expect(Object.fromEntries(codes)).toEqual(Object.fromEntries(expected));
    expect(Date.now() - told).toBeLessThan(5_000);
  });
});

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  readonly data?: any;
  readonly errors?: readonly { message: string; path: (string | number)[]; extensions: object }[];
}

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, ...((await response.json()) as object) };
}

function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  return post(`${portal.url}/graphql`, JSON.stringify({ query, variables }), headers);
}

/** Asks the forum's service as only the gateway does. */
function askForum(body: string, token?: string): Promise<Answer> {
  return post(
    `${portal.origins.get('forum')}/graphql`,
    body,
    token === undefined ? {} : { [GATEWAY_TOKEN_HEADER]: token },
  );
}

function forumPage(): Promise<Answer> {
  return ask(FORUM_PAGE, { year: 2026, locale: 'en' });
}

/** The heads of the delegations, when accounts has heard of all of them. */
async function headsOnceNamed(): Promise<string[]> {
  let heads: (string | undefined)[] = [];
  await expect
    .poll(
      async () => {
        const { data } = await forumPage();
        heads = data.forumEdition.delegations.nodes.map(nameOfHead);
        return heads;
      },
      { timeout: ARRIVAL_MS },
    )
    .not.toContain(undefined);
  return heads.filter((name) => name !== undefined);
}

function nameOfHead({ head }: { head: { person: { displayName: string | null } | null } | null }): string | undefined {
  return head?.person?.displayName ?? undefined;
}

async function edition(): Promise<string> {
  const { data } = await ask('{ forumEdition(year: 2026) { id } }');
  return data.forumEdition.id;
}

async function claimed(): Promise<number> {
  const { data } = await ask('{ forumEdition(year: 2026) { availability { claimed } } }');
  return data.forumEdition.availability.claimed;
}

async function signIn(email: string): Promise<string> {
  const response = await fetch(`${portal.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: TEST_PASSWORD }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** What `work` gives when it is done a minute ago. */
async function earlier<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

function without(row: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
