import { describe, expect, it } from 'vitest';
import { placements } from '../../../services/placements/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { partnerOf } from '../given.ts';
import {
  askPlacements,
  deliver,
  deploymentMoved,
  type GivenOpening,
  givenDeployment,
  givenOpening,
  NOW,
  openingMoved,
} from './given.ts';

const CHANGES = `query ($country: CountryCode!, $first: Int, $after: String) {
  placementChanges(country: $country, first: $first, after: $after) {
    nodes { id kind at status opening { id } deployment { id status } } pageInfo { endCursor hasNextPage }
  }
}`;

const service = useService(placements, () => NOW);

describe('what has changed in a country', () => {
  it('is told from a cursor on, with how it is now', async () => {
    const opening = await givenOpening(service.running, 'PL');
    const deployment = await givenDeployment(service.running, opening);
    await deliver(service.running, openingMoved(opening, 'IN_REVIEW'));
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'));
    const first = await read('PL', null);
    await deliver(service.running, deploymentMoved(opening, deployment, 'TRAVELLING'));
    const next = await read('PL', first.pageInfo.endCursor);
    const end = await read('PL', next.pageInfo.endCursor);

    const at = NOW.toISOString();
    const published = { kind: 'OPENING', at, status: 'PUBLISHED', opening: { id: opening.id }, deployment: null };
    const travelling = { kind: 'DEPLOYMENT', at, status: 'TRAVELLING', opening: { id: opening.id } };
    expect(first.nodes).toEqual([{ id: expect.stringMatching(/^placement_change_/), ...published }]);
    expect(next.nodes).toEqual([
      { id: expect.any(String), ...travelling, deployment: { id: deployment.id, status: 'SERVING' } },
    ]);
    expect(end.nodes).toEqual([]);
  });

  it('is not told twice where word comes twice', async () => {
    const opening = await givenOpening(service.running, 'CZ');
    const event = openingMoved(opening, 'PUBLISHED');

    await Promise.all([1, 2, 3].map(() => deliver(service.running, event)));

    expect((await read('CZ', null)).nodes).toHaveLength(1);
  });

  it('is missed by nobody who reads on while many write', async () => {
    const openings: GivenOpening[] = [];
    for (let index = 0; index < 5; index += 1) openings.push(await givenOpening(service.running, 'AT'));
    const events = openings.flatMap((opening) => Array.from({ length: 12 }, () => openingMoved(opening, 'CANCELLED')));
    let isOver = false;
    const seen: string[] = [];
    const reader = (async () => {
      for (let after: string | null = null; ; ) {
        const wasOver = isOver;
        const page = await read('AT', after);
        seen.push(...page.nodes.map(({ id }: { id: string }) => id));
        after = page.pageInfo.endCursor ?? after;
        if (wasOver && page.nodes.length === 0) return;
      }
    })();

    await Promise.all(events.map((event) => deliver(service.running, event)));
    isOver = true;
    await reader;

    const rows = await service.running.database.orm.em
      .fork()
      .execute<{ id: string; position: number }[]>(
        `select id, position from placement_change where country_code = 'AT' order by position`,
      );
    expect(rows.map(({ position }) => position)).toEqual(events.map((_event, index) => index + 1));
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('is written in the order it is committed: a later writer waits for an earlier one', async () => {
    const opening = await givenOpening(service.running, 'HU');
    const em = service.running.database.orm.em;
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = em.fork().transactional(async (tx) => {
      const event = openingMoved(opening, 'PUBLISHED');
      await placements.handlers.OpeningMoved?.(tx, event, NOW, TEST_KEYS);
      begun.resolve();
      await held.promise;
      order.push('slow');
    });
    await begun.promise;
    const quick = deliver(service.running, openingMoved(opening, 'CANCELLED')).then(() => order.push('quick'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const between = await read('HU', null);
    held.resolve();
    await Promise.all([slow, quick]);

    expect(between.nodes).toEqual([]);
    expect(order).toEqual(['slow', 'quick']);
    expect((await read('HU', null)).nodes.map(({ status }: { status: string }) => status)).toEqual([
      'PUBLISHED',
      'CANCELLED',
    ]);
  });

  it('costs the same statements for one change and for fifty', async () => {
    const opening = await givenOpening(service.running, 'RO');
    for (let index = 0; index < 50; index += 1) {
      const deployment = await givenDeployment(service.running, opening, { personId: newId('person') });
      await deliver(service.running, deploymentMoved(opening, deployment, 'SERVING'));
    }
    const counts: number[] = [];
    for (const first of [1, 3, 50]) {
      counts.push((await statementsOf(() => askChanges('RO', { first }))).length);
    }

    expect(counts).toEqual([3, 3, 3]);
  });
});

async function read(country: string, after: string | null) {
  const { data } = await askChanges(country, { after });
  return data.placementChanges;
}

function askChanges(country: string, page: { after?: string | null; first?: number }) {
  return askPlacements(service.running, partnerOf(country), CHANGES, { country, ...page });
}
