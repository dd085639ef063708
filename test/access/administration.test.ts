import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal, transports } from '../support/portal.ts';

const GRANT = `mutation GrantRole($input: GrantRoleInput!) {
  grantRole(input: $input) {
    __typename
    ... on GrantRoleSuccess { grant { id role scope { kind id } from until } }
    ... on WrongScope { expected }
    ... on UserError { code message }
  }
}`;
const REVOKE = `mutation ($input: RevokeGrantInput!) {
  revokeGrant(input: $input) { __typename ... on RevokeGrantSuccess { grant { id revokedAt } } ... on UserError { code } }
}`;
const CREATE_CLIENT = `mutation CreateApiClient($input: CreateApiClientInput!) {
  createApiClient(input: $input) {
    __typename
    ... on CreateApiClientSuccess { apiClient { id name country { code } expiresAt } key }
    ... on InvalidInput { violations { path code } }
    ... on UserError { code message }
  }
}`;
const REVOKE_CLIENT = `mutation ($input: RevokeApiClientInput!) {
  revokeApiClient(input: $input) { __typename ... on UserError { code } }
}`;

describe.each(transports)('administration, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
  });
  afterAll(() => portal?.close());

  it('grants a role that works at the next sign-in, and shows it to its holder', async () => {
    const input = { email: 'Volunteer@Demo.Erikti.example', role: 'PARTNER', scopeId: 'TR' };

    const { data, errors } = await admin.ask(GRANT, { input });

    expect(errors).toEqual([]);
    expect(data.grantRole).toMatchObject({
      __typename: 'GrantRoleSuccess',
      grant: { role: 'PARTNER', scope: { kind: 'COUNTRY', id: 'TR' }, until: null },
    });
    const volunteer = portal.as(await portal.signIn('volunteer@demo.erikti.example'));
    const mine = await volunteer.ask('{ me { grants { role scope { id } } } }');
    expect(mine.data.me.grants).toEqual([{ role: 'PARTNER', scope: { id: 'TR' } }]);
  });

  it('answers the same grant when it is given again, also at the same moment', async () => {
    const input = { email: 'participant@demo.erikti.example', role: 'REGISTRATION_DESK' };

    const answers = await Promise.all(Array.from({ length: 5 }, () => admin.ask(GRANT, { input })));

    const ids = answers.map(({ data }) => data.grantRole.grant.id);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    ['somebody unknown', { email: 'nobody@else.example', role: 'ADMINISTRATOR' }, 'PERSON_NOT_FOUND'],
    ['oneself', { email: 'admin@demo.erikti.example', role: 'PLACEMENT_OFFICER' }, 'GRANT_TO_ONESELF'],
    [
      'a wrong scope',
      { email: 'desk@demo.erikti.example', role: 'PARTNER', scopeId: 'forum_edition_1' },
      'WRONG_SCOPE',
    ],
    [
      'a time that is over',
      { email: 'desk@demo.erikti.example', role: 'ADMINISTRATOR', until: '2020-01-01T00:00:00Z' },
      'ALREADY_ENDED',
    ],
  ])('refuses a grant to %s, and changes nothing', async (_case, input, code) => {
    const before = await grants();

    const { data } = await admin.ask(GRANT, { input });

    expect(data.grantRole.code).toBe(code);
    expect(await grants()).toEqual(before);
  });

  it('takes a role away at once, for whoever asks anew', async () => {
    const given = await admin.ask(GRANT, { input: { email: 'desk@demo.erikti.example', role: 'ADMINISTRATOR' } });
    const grantId = given.data.grantRole.grant.id;

    const revoked = await admin.ask(REVOKE, { input: { grantId, reason: 'no longer needed' } });
    const again = await admin.ask(REVOKE, { input: { grantId } });
    const unknown = await admin.ask(REVOKE, { input: { grantId: 'role_grant_unknown' } });

    expect(revoked.data.revokeGrant.__typename).toBe('RevokeGrantSuccess');
    expect(again.data.revokeGrant.grant).toEqual(revoked.data.revokeGrant.grant);
    expect(unknown.data.revokeGrant).toEqual({ __typename: 'GrantNotFound', code: 'GRANT_NOT_FOUND' });
    const desk = portal.as(await portal.signIn('desk@demo.erikti.example'));
    const { errors } = await desk.ask('{ apiClients { nodes { id } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('ends a grant by the clock', async () => {
    const until = new Date(Date.now() + 300).toISOString();
    await admin.ask(GRANT, { input: { email: 'host.ke@demo.erikti.example', role: 'ADMINISTRATOR', until } });
    await new Promise((resolve) => setTimeout(resolve, 350));

    const officer = portal.as(await portal.signIn('host.ke@demo.erikti.example'));
    const { errors } = await officer.ask('{ apiClients { nodes { id } } }');

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('lets a partner in by a key that is shown once and kept by nobody', async () => {
    const input = { idempotencyKey: 'kenya', name: 'Ministry of Youth', country: 'KE' };

    const first = await admin.ask(CREATE_CLIENT, { input });
    const second = await admin.ask(CREATE_CLIENT, { input });

    const { key, apiClient } = first.data.createApiClient;
    expect(key).toMatch(/^erikti_[\w-]{43}$/);
    expect(apiClient).toMatchObject({ name: 'Ministry of Youth', country: { code: 'KE' }, expiresAt: null });
    expect(second.data.createApiClient).toEqual({ __typename: 'CreateApiClientSuccess', apiClient, key: null });
    expect(JSON.stringify(await everyText())).not.toContain(key);
    const asSystem = await portal.ask('{ me { id } apiClients { nodes { id } } }', {}, { 'x-api-key': key });
    expect(asSystem.data).toBeNull();
    expect(asSystem.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('shuts out a key that was revoked, and one that never was', async () => {
    const made = await admin.ask(CREATE_CLIENT, { input: { name: 'For a moment', country: 'TH' } });
    const { key, apiClient } = made.data.createApiClient;

    const revoked = await admin.ask(REVOKE_CLIENT, { input: { apiClientId: apiClient.id } });
    const answers = await Promise.all(
      [key, `erikti_${'x'.repeat(43)}`, 'nonsense'].map((one) => portal.ask('{ me { id } }', {}, { 'x-api-key': one })),
    );

    expect(revoked.data.revokeApiClient).toEqual({ __typename: 'RevokeApiClientSuccess' });
    expect(answers.map(({ status, errors }) => [status, errors[0]?.extensions.code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [401, 'UNAUTHENTICATED'],
      [401, 'UNAUTHENTICATED'],
    ]);
  });

  it('names what is wrong with a system before it is let in', async () => {
    const blank = await admin.ask(CREATE_CLIENT, { input: { name: ' ', country: 'KE' } });
    const past = await admin.ask(CREATE_CLIENT, {
      input: { name: 'x', country: 'KE', expiresAt: '2020-01-01T00:00:00Z' },
    });

    expect(blank.data.createApiClient.violations).toEqual([{ path: ['input', 'name'], code: 'CLIENT_NAME_BLANK' }]);
    expect(past.data.createApiClient.code).toBe('ALREADY_ENDED');
  });

  async function query(sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ ...portal.owner });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const grants = () => query('select id, role, revoked_at from accounts.role_grant order by id');
  const everyText = async () => [
    await query('select * from accounts.api_client'),
    await query('select * from accounts.idempotency_key'),
    await query('select * from accounts.audit_entry'),
    await query('select * from accounts.outbox_event'),
  ];
});
