import { describe, expect, it } from 'vitest';
import { DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { OpeningStatus, Sector } from '../../../services/placements/opening/opening.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { partnerOf } from '../given.ts';
import {
  askPlacements,
  givenApplications,
  givenDeployment,
  givenOpening,
  NOW,
  ofCountries,
  representing,
} from './given.ts';

const STATISTICS = ofCountries(`placementStatistics(year: 2026) {
  year openings applications deployed serving completed endedEarly asOf isDemo bySector { sector deployed isSuppressed }
}`);
const DEPLOYMENTS = ofCountries(
  'deployments(year: 2026, first: 2) { nodes { id } pageInfo { hasNextPage endCursor } }',
);
const { SERVING, ON_LEAVE, COMPLETED, RESIGNED, PREPARING } = DeploymentStatus;

const service = useService(placements, () => NOW);

describe('figures of a country', () => {
  it('count what began in the year, and hide small numbers of sectors', async () => {
    const running = service.running;
    const teaching = await givenOpening(running, 'FI');
    const rescue = await givenOpening(running, 'FI', { sector: Sector.RESCUE });
    const culture = await givenOpening(running, 'FI', { sector: Sector.CULTURE });
    await givenOpening(running, 'FI', { startsOn: '2025-12-31' });
    await givenOpening(running, 'FI', { status: OpeningStatus.IN_REVIEW });
    await givenApplications(running, teaching, 4);
    for (const status of [SERVING, ON_LEAVE, COMPLETED, RESIGNED]) await givenDeployment(running, teaching, { status });
    for (const status of [COMPLETED, COMPLETED, COMPLETED]) await givenDeployment(running, rescue, { status });
    await givenDeployment(running, culture, { status: SERVING });
    await givenDeployment(running, culture, { status: PREPARING, entered: false });
    await givenDeployment(running, culture, { startsOn: '2025-12-31' });

    const { data, codes } = await askPlacements(running, ANONYMOUS, STATISTICS, representing('FI'));

    expect(codes).toEqual([]);
    expect(data._entities[0].placementStatistics).toEqual({
      year: 2026,
      openings: 3,
      applications: 4,
      deployed: 8,
      serving: 3,
      completed: 4,
      endedEarly: 1,
      asOf: NOW.toISOString(),
      isDemo: false,
      bySector: [
        { sector: 'RESCUE', deployed: 3, isSuppressed: false },
        { sector: 'TEACHING', deployed: 4, isSuppressed: false },
        { sector: 'ENVIRONMENT', deployed: null, isSuppressed: true },
        { sector: 'CULTURE', deployed: null, isSuppressed: true },
      ],
    });
  });

  it('say so where a demonstration is counted', async () => {
    await givenOpening(service.running, 'SE', { isDemo: true });

    const { data } = await askPlacements(service.running, ANONYMOUS, STATISTICS, representing('SE'));

    expect(data._entities[0].placementStatistics).toMatchObject({ openings: 1, deployed: 0, isDemo: true });
  });

  it('cost one statement, for one country and for fifty', async () => {
    const codes = Array.from({ length: 50 }, (_one, index) => `A${String.fromCharCode(65 + (index % 26))}`);
    const counts: number[] = [];
    for (const some of [codes.slice(0, 1), codes.slice(0, 3), codes]) {
      const sent = await statementsOf(() =>
        askPlacements(service.running, ANONYMOUS, STATISTICS, representing(...some)),
      );
      counts.push(sent.length);
    }

    expect(counts).toEqual([1, 1, 1]);
  });

  it('refuse a year that is none', async () => {
    const query = ofCountries('placementStatistics(year: 10000) { deployed }');

    const { codes } = await askPlacements(service.running, ANONYMOUS, query, representing('FI'));

    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('deployments of a country', () => {
  it('are read in pages, by those who speak for it, of the year that is asked for', async () => {
    const opening = await givenOpening(service.running, 'NO');
    const ids: string[] = [];
    for (const startsOn of ['2026-01-01', '2026-02-01', '2026-12-31']) {
      ids.push((await givenDeployment(service.running, opening, { startsOn })).id);
    }
    await givenDeployment(service.running, opening, { startsOn: '2025-12-31' });
    await givenDeployment(service.running, opening, { startsOn: '2027-01-01' });
    const system = partnerOf('NO', { personId: null, apiClientId: 'api_client_no' });

    const first = await askPlacements(service.running, system, DEPLOYMENTS, representing('NO'));
    const page = first.data._entities[0].deployments;
    const more = ofCountries(`deployments(year: 2026, first: 2, after: "${page.pageInfo.endCursor}") { nodes { id } }`);
    const rest = await askPlacements(service.running, system, more, representing('NO'));

    expect(page.nodes).toEqual([{ id: ids[0] }, { id: ids[1] }]);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(rest.data._entities[0].deployments.nodes).toEqual([{ id: ids[2] }]);
  });

  it.each<[string, Viewer, unknown[]]>([
    ['a partner of the country', partnerOf('NO'), []],
    ['a placement officer', holderOf('PLACEMENT_OFFICER'), []],
    ['a partner of another country', partnerOf('SE'), ['FORBIDDEN']],
    ['somebody', participant('person_x'), ['FORBIDDEN']],
    ['nobody in particular', ANONYMOUS, ['UNAUTHENTICATED']],
  ])('are for %s as the rule says', async (_who, viewer, refused) => {
    const { codes } = await askPlacements(service.running, viewer, DEPLOYMENTS, representing('NO'));

    expect(codes).toEqual(refused);
  });
});

describe('exports', () => {
  it('have an object a line, and begin after the cursor of the last one', async () => {
    const one = await givenOpening(service.running, 'DK');
    const two = await givenOpening(service.running, 'DK');
    await givenOpening(service.running, 'DK', { status: OpeningStatus.DRAFT });

    const first = await lines('openings', 'DK.jsonl', ANONYMOUS);
    const rest = await lines('openings', 'DK', ANONYMOUS, { after: first[0]?.cursor ?? '' });
    const end = await lines('openings', 'DK', ANONYMOUS, { after: first[1]?.cursor ?? '' });

    expect(first.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(rest).toEqual(first.slice(1));
    expect(end).toEqual([]);
  });

  it('of deployments name nobody, and are for those who speak for the country', async () => {
    const { id, personId } = await givenDeployment(service.running, await givenOpening(service.running, 'DK'));

    const read = await lines('deployments', 'DK.jsonl', partnerOf('DK'));

    expect(read.map((line) => line.id)).toEqual([id]);
    expect(JSON.stringify(read)).not.toContain(personId);
    expect(await open('deployments', 'DK', ANONYMOUS)).toEqual({ refusal: 'unauthenticated' });
    expect(await open('deployments', 'DK', partnerOf('NO'))).toEqual({ refusal: 'forbidden' });
    expect(await open('deployments', 'DK', partnerOf('DK'), { after: 'made up' })).toEqual({ refusal: 'not-found' });
  });

  it('have a tag that changes with them', async () => {
    const before = await open('openings', 'DK', ANONYMOUS);
    const again = await open('openings', 'DK', ANONYMOUS);
    await givenOpening(service.running, 'DK');
    const after = await open('openings', 'DK', ANONYMOUS);

    expect(tagOf(again)).toBe(tagOf(before));
    expect(tagOf(after)).not.toBe(tagOf(before));
  });
});

function holderOf(role: 'PLACEMENT_OFFICER'): Viewer {
  return { personId: 'person_of_office', apiClientId: null, grants: [{ role, scope: { kind: 'ALL', id: null } }] };
}

function open(kind: string, id: string, viewer: Viewer, query: Record<string, string> = {}) {
  const scope = { viewer, locale: 'en', correlationId: 'request', deadlineAt: Date.now() + 10_000 };
  return service.running.openFile({ kind, id, query, scope });
}

function tagOf(answer: Awaited<ReturnType<typeof open>>): string | null {
  return 'head' in answer ? answer.head.tag : null;
}

async function lines(kind: string, id: string, viewer: Viewer, query: Record<string, string> = {}) {
  const answer = await open(kind, id, viewer, query);
  if (!('body' in answer)) throw new Error(answer.refusal);
  const text = Buffer.concat(await answer.body.toArray()).toString();
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): { id: string; cursor: string } => JSON.parse(line));
}
