import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { readsOf } from '../support/statements.ts';

const FORUM_PAGE = operation('01-forum-page');
const COUNTRY_PAGE = operation('13-country-page');

describe('the forum page over both transports', () => {
  it('reads the same to the letter', async () => {
    const pages = await Promise.all(
      transports.map(async (transport) => {
        const portal = await openPortal(transport);
        await wordHasArrived(portal);
        const page = await portal.ask(FORUM_PAGE, { year: 2026, locale: 'ru' });
        const country = await portal.ask(COUNTRY_PAGE, { code: 'KG', locale: 'kk' });
        await portal.close();
        return { page: page.data, country: country.data, errors: [page.errors, country.errors] };
      }),
    );

    expect(pages[0]?.errors).toEqual([[], []]);
    expect(JSON.stringify(pages[1])).toBe(JSON.stringify(pages[0]));
  });
});

describe('statements behind the forum page', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process');
    // Word of the heads has arrived: nothing else is on its way between services while statements are counted.
    await wordHasArrived(portal);
  });
  afterAll(() => portal?.close());

  it.each([1, 3, 20])('are 10 with %i delegations', async (delegations) => {
    await keepDelegations(portal, delegations);

    const statements = await readsOf(async () => {
      const { data } = await portal.ask(FORUM_PAGE, { year: 2026 });
      expect(data.forumEdition.delegations.nodes).toHaveLength(delegations);
    });

    expect(statements).toHaveLength(10);
  });
});

describe.each(transports)('the forum page while a subgraph is silent, subgraphs %s', (transport) => {
  const whole = { title: expect.anything(), sessions: expect.anything(), availability: expect.anything() };

  it('has everything but the names of people without accounts', async () => {
    await withSilent('accounts', async ({ data, errors }) => {
      expect(data.forumEdition).toMatchObject(whole);
      expect(data.forumEdition.delegations.nodes[0].country.name).toBe('Armenia');
      expect(data.forumEdition.delegations.nodes[0].head.person.displayName).toBeNull();
      expect(errors).toHaveLength(10);
      expect(errors[0]).toEqual({
        message: 'The accounts part of the portal is out of reach. Try again in a moment.',
        path: ['forumEdition', 'delegations', 'nodes', 0, 'head', 'person'],
        extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'accounts' },
      });
    });
  });

  it('has everything but delegations and country names without delegations', async () => {
    await withSilent('delegations', async ({ data, errors }) => {
      expect(data.forumEdition).toMatchObject({ ...whole, host: { code: 'KZ', name: null }, delegations: null });
      expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(['forumEdition', 'forumEdition.host']);
      expect(new Set(errors.map(({ extensions }) => extensions.service))).toEqual(new Set(['delegations']));
    });
  });

  it('is empty without the forum itself, and says why', async () => {
    await withSilent('forum', async ({ status, data, errors }) => {
      expect({ status, data }).toEqual({ status: 200, data: { forumEdition: null } });
      expect(errors).toMatchObject([
        { path: ['forumEdition'], extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'forum' } },
      ]);
    });
  });

  it.each(['placements', 'network'])('is whole without %s', async (service) => {
    await withSilent(service, async ({ data, errors }) => {
      expect(data.forumEdition).toMatchObject(whole);
      expect(errors).toEqual([]);
    });
  });

  async function withSilent(
    service: string,
    check: (answer: Awaited<ReturnType<Portal['ask']>>) => Promise<void>,
  ): Promise<void> {
    const portal = await openPortal(transport);
    try {
      await portal.silence(service);
      await check(await portal.ask(FORUM_PAGE, { year: 2026, locale: 'en' }));
    } finally {
      await portal.close();
    }
  }
});

/** Waits until word of the heads of delegation, and of the seats kept for their quotas, has arrived. */
async function wordHasArrived(portal: Portal): Promise<void> {
  await vi.waitFor(
    async () => {
      const { data } = await portal.ask(FORUM_PAGE, { year: 2026 });
      const names = data.forumEdition.delegations.nodes.map(
        (one: { head: { person: { displayName: string | null } } }) => one.head.person.displayName,
      );
      expect(names).not.toContain(null);
      expect(data.forumEdition.availability.free).toBe(250);
    },
    { timeout: 10_000, interval: 100 },
  );
}

/** Leaves the edition with this many delegations, more than the demonstration has where asked for. */
async function keepDelegations(portal: Portal, count: number): Promise<void> {
  const client = new pg.Client({ ...portal.owner });
  await client.connect();
  await client.query('truncate delegations.nomination, delegations.quota, delegations.delegation cascade');
  await client.query(
    `insert into delegations.delegation (id, edition_id, country_code, party_type, status)
     select 'delegation_' || code, edition.id, code, 'OBSERVER', 'INVITED'
     from forum.edition, (select code from delegations.country order by code limit $1) as countries`,
    [count],
  );
  await client.query(
    `insert into delegations.quota (delegation_id, category, allocated) select id, 'DELEGATE', 3 from delegations.delegation`,
  );
  await client.query(
    `insert into delegations.nomination (id, delegation_id, person_id, category, role, status)
     select 'nomination_' || id, id, 'person_of_' || id, 'DELEGATE', 'HEAD', 'NOMINATED' from delegations.delegation`,
  );
  await client.end();
}
