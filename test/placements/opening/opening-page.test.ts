import { describe, expect, it } from 'vitest';
import { OpeningStatus } from '../../../services/placements/opening/opening.rules.ts';
import { seedDemo } from '../../../services/placements/seed/demo.ts';
import { seedReference } from '../../../services/placements/seed/reference.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { hostOfficer, partnerOf, placementOfficer } from '../given.ts';
import { asking, givenOpening, NOW, stranger } from './given.ts';

const FIELDS = `id title(locale: "kk") { text locale isFallback } description { text } tasks { text } sector city
  hostOrganisation { id name timeZone accreditation { status validUntil } } programme { id name { text } funding status }
  startsOn endsOn timeZone positions { total offered filled free } applicationDeadline
  requirements { citizenships minimumAge maximumAge education languages { language level } skills }
  entitlements { kind amount currency note(locale: "ru") } clearances { kind stage } status state termsVersion
  termsHistory { number changed } allowedTransitions returnReason publishedAt closedAt version`;

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const ask = asking(() => service.running);

describe('a page of openings', () => {
  it('costs as many statements with twenty openings as with one, all fields asked for', async () => {
    for (let number = 0; number < 20; number += 1) await givenOpening(em());
    const costOf = async (first: number) =>
      (await statementsOf(() => ask(null, `query { openings(first: ${first}) { nodes { ${FIELDS} } } }`))).length;

    // The page, and hosts, programmes, positions and terms of its openings.
    expect([await costOf(1), await costOf(20)]).toEqual([5, 5]);
  });
});

describe('a draft of an opening', () => {
  it('is seen by those who run placements and the officers of its host alone', async () => {
    const { openingId, hostId } = await givenOpening(em(), OpeningStatus.DRAFT);
    const published = await givenOpening(em(), OpeningStatus.PUBLISHED, { hostId });
    const OPENING = 'query ($id: ID!) { opening(id: $id) { id state allowedTransitions } }';
    const OF_HOST = 'query ($id: ID!) { hostOrganisation(id: $id) { openings { nodes { id } } } }';
    const seenBy = async (viewer: Parameters<typeof ask>[0]) => {
      const { openings } = await ask(viewer, OF_HOST, { id: hostId });
      return { opening: await ask(viewer, OPENING, { id: openingId }), ofHost: openings.nodes.length };
    };
    const opening = { id: openingId, state: 'DRAFT', allowedTransitions: ['IN_REVIEW'] };

    for (const viewer of [placementOfficer, hostOfficer(hostId)])
      expect(await seenBy(viewer)).toEqual({ opening, ofHost: 2 });
    for (const viewer of [null, stranger, partnerOf('KE'), hostOfficer('host_organisation_other')]) {
      expect(await seenBy(viewer)).toEqual({ opening: null, ofHost: 1 });
    }
    const { nodes } = await ask(placementOfficer, 'query { openings(first: 100) { nodes { id } } }');
    const ids: string[] = nodes.map(({ id }: { id: string }) => id);
    expect([ids.includes(openingId), ids.includes(published.openingId)]).toEqual([false, true]);
  });
});

describe('the demonstration', () => {
  const all = () =>
    em().execute(`select to_jsonb(one) as row from (
      select to_jsonb(opening) as it from opening where is_demo
      union all select to_jsonb(host_organisation) from host_organisation where is_demo
      union all select to_jsonb(programme) from programme
      union all select to_jsonb(opening_terms) from opening_terms join opening on id = opening_id where is_demo) as one
      order by one::text`);

  it('says in three languages what its openings are, ask for and give, and changes nothing when it is brought again', async () => {
    await seedReference(em());
    await seedDemo(em(), NOW);
    const before = await all();

    await seedReference(em());
    await seedDemo(em(), NOW);

    expect(await all()).toEqual(before);
    const [gaps] = await em().execute(
      `select count(*)::integer as openings,
         count(*) filter (where not (jsonb_exists_all(description, '{kk,ru,en}') and jsonb_exists_all(tasks, '{kk,ru,en}')
           and (status = 'FILLED' or jsonb_array_length(entitlements) > 0 and jsonb_array_length(clearances) > 0)))::integer as gaps
       from opening where is_demo`,
    );
    expect(gaps).toEqual({ openings: 15, gaps: 0 });
  });

  it('gives what one of an earlier version lacks', async () => {
    await seedDemo(em(), NOW);
    const before = await all();
    await em().execute(
      `update opening set description = '{}', tasks = '{}', entitlements = '[]', clearances = '[]', time_zone = 'UTC' where is_demo`,
    );
    await em().execute(`update host_organisation set time_zone = 'UTC', accredited_from = null where is_demo`);
    await em().execute('update programme set currency = null, budget_minor = null where is_demo');

    await seedDemo(em(), NOW);

    expect(await all()).toEqual(before);
  });

  it('knows of 2025 that it is over, and not what it cost', async () => {
    await seedReference(em());

    const [row] = await em().execute('select status, currency, budget_minor from programme where year = 2025');

    expect(row).toEqual({ status: 'COMPLETED', currency: null, budget_minor: null });
  });
});
