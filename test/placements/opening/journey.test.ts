import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedId } from '../../../services/shared/ids.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const OPENING = `__typename ... on UserError { code }
  ... on OpeningSuccess { opening { id status allowedTransitions positions { total free } returnReason version } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${OPENING} } }`;
const BROWSE = `query ($first: Int, $locale: Locale) {
  openings(first: $first, filter: { statuses: [PUBLISHED] }) {
    edges { cursor node {
      id title(locale: $locale) { text locale isFallback } sector country { code name(locale: $locale) } city
      hostOrganisation { id name accreditation { status validUntil } }
      programme { id name(locale: $locale) { text } funding }
      startsOn endsOn positions { total offered filled free } applicationDeadline
      requirements { citizenships minimumAge maximumAge languages { language level } skills }
      entitlements { kind amount currency note } status
    } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describe.each(transports)('an opening from draft to outcome, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport);
  });
  afterAll(() => portal?.close());

  it('is drafted by its host, reviewed, published, and seen by anyone with all it asks for and gives', async () => {
    const host = portal.as(await portal.signIn('host.ke@demo.erikti.example'));
    const officer = portal.as(await portal.signIn('placements@demo.erikti.example'));
    const programmes = await officer.ask('{ programmes { nodes { id isDemo budget { currency available } } } }');
    const programme = programmes.data.programmes.nodes.find(({ isDemo }: { isDemo: boolean }) => isDemo);
    expect(programme.budget).toEqual({ currency: 'USD', available: 60_000_000 });
    const year = new Date().getUTCFullYear() + 1;
    const drafted = await host.ask(mutation('draftOpening', 'DraftOpeningInput'), {
      input: {
        programmeId: programme.id,
        hostOrganisationId: namedId('host_organisation', 'demo/KE'),
        title: [{ locale: 'en', text: 'Reading aloud' }],
        description: [{ locale: 'en', text: 'At a library.' }],
        tasks: [{ locale: 'en', text: 'Read.' }],
        sector: 'CULTURE',
        city: 'Nakuru',
        startsOn: `${year}-06-01`,
        endsOn: `${year}-08-31`,
        applicationDeadline: `${year}-03-31T20:59:00Z`,
        positions: 2,
      },
    });
    const { id, ...draft } = drafted.data.draftOpening.opening;
    expect(draft).toEqual({
      status: 'DRAFT',
      allowedTransitions: ['IN_REVIEW'],
      positions: { total: 2, free: 2 },
      returnReason: null,
      version: 1,
    });
    expect((await portal.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).toBe(null);

    await host.ask(mutation('submitOpening', 'OpeningStepInput'), { input: { openingId: id } });
    const published = await officer.ask(mutation('publishOpening', 'OpeningStepInput'), { input: { openingId: id } });

    expect(published.data.publishOpening.opening.status).toBe('PUBLISHED');
    const { data, errors } = await portal.ask(BROWSE, { first: 20, locale: 'ru' });
    expect(errors).toEqual([]);
    expect(data.openings.edges).toHaveLength(13);
    const [first] = data.openings.edges;
    expect(first.node.entitlements).toHaveLength(5);
    expect(first.node.country.name).not.toBe(null);
    expect(first.node.hostOrganisation.accreditation.status).toBe('ACCREDITED');
  });
});
