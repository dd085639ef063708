import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../services/shared/ids.ts';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { readsOf } from '../support/statements.ts';
import { givenEntry, query } from './owner.ts';

const TRAIL = operation('15-audit-trail');
const SERVICES = ['accounts', 'forum', 'delegations', 'placements', 'network'];
const ADMINISTRATOR = 'admin@demo.erikti.example';

describe.each(transports)('the audit trail, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn(ADMINISTRATOR));
  });
  afterAll(() => portal?.close());

  it('tells who did what to a thing, on whose behalf, with what change and why', async () => {
    const subject = newId('registration');
    const [actorId, onBehalfOfId] = [newId('person'), newId('person')];
    const changes = [
      { field: 'status', from: null, to: 'CONFIRMED' },
      { field: 'seats', from: 3, to: 4 },
      { field: 'isHead', from: true, to: false },
    ];
    const reason = 'asked by letter';
    const id = await givenEntry(portal, {
      service: 'forum',
      subject,
      second: 1,
      actorId,
      onBehalfOfId,
      changes,
      reason,
    });
    await givenEntry(portal, { service: 'forum', subject: newId('registration'), second: 2 });

    const { data, errors } = await admin.ask(TRAIL, { subject });

    expect(errors).toEqual([]);
    expect(data.auditTrail).toEqual({
      nodes: [
        {
          id,
          at: '2026-05-01T12:00:01.000Z',
          actor: { id: actorId },
          onBehalfOf: { id: onBehalfOfId },
          service: 'forum',
          command: 'testify',
          outcome: 'DONE',
          changes: [
            { field: 'status', from: null, to: 'CONFIRMED' },
            { field: 'seats', from: '3', to: '4' },
            { field: 'isHead', from: 'true', to: 'false' },
          ],
          reason,
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });

  it('tells people, systems and the portal itself apart', async () => {
    const subject = newId('opening');
    const [person, system] = [newId('person'), newId('api_client')];
    for (const [second, actorId] of [person, system, null].entries()) {
      await givenEntry(portal, { service: 'placements', subject, second, actorId });
    }

    const { data } = await admin.ask(
      'query ($subject: ID!) { auditTrail(subject: $subject) { nodes { actorId actor { id } } } }',
      { subject },
    );

    expect(data.auditTrail.nodes).toEqual([
      { actorId: null, actor: null },
      { actorId: system, actor: null },
      { actorId: person, actor: { id: person } },
    ]);
  });

  it('names actors as accounts knows them', async () => {
    const subject = newId('opening');
    const me = await admin.ask('{ me { id displayName } }');
    await givenEntry(portal, { service: 'network', subject, second: 1, actorId: me.data.me.id });

    const { data, errors } = await admin.ask(
      'query ($subject: ID!) { auditTrail(subject: $subject) { nodes { actor { displayName } } } }',
      { subject },
    );

    expect({ errors, nodes: data.auditTrail.nodes }).toEqual({
      errors: [],
      nodes: [{ actor: { displayName: me.data.me.displayName } }],
    });
  });

  it('joins all services, the newest first, page by page, each entry once', async () => {
    const subject = newId('registration');
    // Three of each second, so that the order of IDs decides between services too.
    const seconds = Array.from({ length: 23 }, (_, index) => Math.floor(index / 3));
    for (const [index, second] of seconds.entries()) {
      await givenEntry(portal, { service: SERVICES[(index * 7) % 5] ?? '', subject, second });
    }

    const pages = await pagesOf(subject, 5);

    const expected = await everyEntry(subject);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat()).toEqual(expected);
    expect(expected).toHaveLength(23);
  });

  it('is a Relay connection', async () => {
    const subject = newId('registration');
    for (const second of [1, 2, 3]) await givenEntry(portal, { service: 'forum', subject, second });
    const asked = `query ($subject: ID!, $after: String) { auditTrail(subject: $subject, first: 2, after: $after) {
      edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;

    const first = await admin.ask(asked, { subject });
    const { edges, nodes, pageInfo } = first.data.auditTrail;
    const second = await admin.ask(asked, { subject, after: pageInfo.endCursor });

    expect(edges.map(({ node }: { node: object }) => node)).toEqual(nodes);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[1].cursor,
    });
    expect(second.data.auditTrail).toMatchObject({
      nodes: [expect.anything()],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  it('is empty for what nobody touched', async () => {
    const { data, errors } = await admin.ask(TRAIL, { subject: "nobody's; drop table audit_entry" });

    expect(errors).toEqual([]);
    expect(data.auditTrail).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([
    ['no entries', { first: 0 }, 'page-size'],
    ['too many', { first: 101 }, 'page-size'],
    ['a cursor that is none', { after: 'nonsense' }, 'cursor'],
    ['a cursor of another list', { after: cursor([2026, 'forum_edition_1']) }, 'cursor'],
    ['an instant that is none', { after: cursor(['infinity', 'audit_entry_1']) }, 'cursor'],
  ])('refuses %s', async (_case, page, problem) => {
    const { data, errors } = await admin.ask(TRAIL, { subject: 'x', ...page });

    expect(data).toEqual({ auditTrail: null });
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', problem }]);
  });

  it('keeps to itself how services answer for their part', async () => {
    const { errors } = await admin.ask('{ auditRecords(subject: "x", first: 1) { id } }');

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  async function pagesOf(subject: string, first: number): Promise<string[][]> {
    const pages: string[][] = [];
    let after: string | null = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const answer: Awaited<ReturnType<Portal['ask']>> = await admin.ask(TRAIL, { subject, first, after });
      const { nodes, pageInfo } = answer.data.auditTrail;
      pages.push(nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.endCursor;
      hasNextPage = pageInfo.hasNextPage;
    }
    return pages;
  }

  async function everyEntry(subject: string): Promise<string[]> {
    const parts = SERVICES.map((service) => `select id, at from ${service}.audit_entry where subject_id = $1`);
    const rows = await query<{ id: string }>(
      portal,
      `select id from (${parts.join(' union all ')}) as entries order by at desc, id collate "C" desc`,
      [subject],
    );
    return rows.map(({ id }) => id);
  }
});

describe('the statements behind the audit trail', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process');
  });
  afterAll(() => portal?.close());

  it('are one for each service, whatever the size of the page', async () => {
    const admin = portal.as(await portal.signIn(ADMINISTRATOR));
    const subject = newId('registration');
    for (let second = 0; second < 12; second++) {
      await givenEntry(portal, { service: SERVICES[second % 5] ?? '', subject, second, actorId: newId('person') });
    }
    await admin.ask(TRAIL, { subject });

    const counts = [];
    for (const first of [1, 3, 100]) {
      const statements = await readsOf(() => admin.ask(TRAIL, { subject, first }));
      counts.push(statements.length);
    }

    expect(counts).toEqual([5, 5, 5]);
  });

  it('read an index from where the page begins', async () => {
    const plan = await query<{ 'QUERY PLAN': string }>(
      portal,
      `explain select id from forum.audit_entry where subject_id = 'x' and (at, id) < ('infinity'::timestamptz, '')
       order by at desc, id desc limit 21`,
    );

    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).not.toContain('Sort');
    expect(text).toMatch(/Index Cond: .*subject_id.*ROW\(at, id\) </);
  });
});

describe.each(transports)('the audit trail while a service is silent, subgraphs %s', (transport) => {
  it('has what the others kept, and names the one that is missing', async () => {
    const portal = await openPortal(transport);
    try {
      const admin = portal.as(await portal.signIn(ADMINISTRATOR));
      const subject = newId('registration');
      const kept = await givenEntry(portal, { service: 'forum', subject, second: 1 });
      await givenEntry(portal, { service: 'delegations', subject, second: 2 });
      await admin.ask(TRAIL, { subject });

      await portal.silence('delegations');
      const { status, data, errors } = await admin.ask(
        'query ($subject: ID!) { auditTrail(subject: $subject) { nodes { id } pageInfo { hasNextPage } } }',
        { subject },
      );

      expect({ status, data }).toEqual({
        status: 200,
        data: { auditTrail: { nodes: [{ id: kept }, null], pageInfo: { hasNextPage: false } } },
      });
      expect(errors).toEqual([
        {
          message: 'The delegations part of the portal is out of reach. Try again in a moment.',
          path: ['auditTrail', 'nodes', 1],
          extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'delegations' },
        },
      ]);
    } finally {
      await portal.close();
    }
  });
});

function cursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
