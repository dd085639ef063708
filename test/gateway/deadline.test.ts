import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openPortal, transports } from '../support/portal.ts';

describe.each(transports)('a subgraph that takes too long, subgraphs %s', (transport) => {
  it('costs its own fields when the deadline passes, and not the rest', async () => {
    const portal = await openPortal(transport, { operationMs: 700 });
    const holder = new pg.Client({ ...portal.owner });
    await holder.connect();
    await holder.query('begin; lock table network.international_year in access exclusive mode');

    const began = Date.now();
    const { data, errors } = await portal.ask(
      '{ internationalYear(year: 2026) { resolution } forumEdition(year: 2026) { year } }',
    );
    const took = Date.now() - began;
    await holder.end();
    await portal.close();

    expect(data).toEqual({ internationalYear: null, forumEdition: { year: 2026 } });
    expect(errors).toEqual([
      {
        message: 'The network part of the portal is out of reach. Try again in a moment.',
        path: ['internationalYear'],
        extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service: 'network' },
      },
    ]);
    expect(took).toBeGreaterThanOrEqual(690);
    expect(took).toBeLessThan(5_000);
  });
});
