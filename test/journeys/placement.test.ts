import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedId } from '../../services/shared/ids.ts';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

const MY_PORTAL = operation('05-my-portal');
const PARTNER = operation('03-partner-placements');
const COUNTRY = operation('13-country-page');
const OPENING_ID = namedId('opening', 'demo/KE/environment');
const HOST = { id: namedId('host_organisation', 'demo/KE'), name: 'Example Community Centre, Nairobi' };
const NOBODYS = { registrations: { nodes: [] }, nominations: { nodes: [] }, deployments: { nodes: [] } };
const TITLE = `query ($id: ID!) { opening(id: $id) { startsOn endsOn title(locale: "en") { text } } }`;

type Client = { ask: Portal['ask'] };

describe.each(transports)('a placement, subgraphs %s', (transport) => {
  let portal: Portal;
  let desk: Client;
  let host: Client;
  let partner: Client;
  let volunteer: Client;
  let key: Record<string, string>;
  let opening: { startsOn: string; endsOn: string; title: { text: string } };
  let applicationId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    const as = async (name: string) => portal.as(await portal.signIn(`${name}@demo.erikti.example`));
    [desk, host, partner, volunteer] = [
      await as('placements'),
      await as('host.ke'),
      await as('partner.ke'),
      await as('volunteer'),
    ];
    const admin = await as('admin');
    const { data } = await admin.ask(
      'mutation { createApiClient(input: { name: "Kenya", country: "KE" }) { ... on CreateApiClientSuccess { key } } }',
    );
    key = { 'x-api-key': data.createApiClient.key };
    opening = (await portal.ask(TITLE, { id: OPENING_ID })).data.opening;
  });
  afterAll(() => portal?.close());

  it('is found by anyone, by the published search', async () => {
    const { data, errors } = await portal.ask(operation('02-openings'), variablesOf('02-openings'));

    expect(errors).toEqual([]);
    expect(data.openings.totalCount).toBe(data.openings.edges.length);
    expect(data.openings.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(
      namedId('opening', 'demo/KE/teaching'),
    );
  });

  it('is applied for by whoever has asked whether they qualify', async () => {
    const asked = await volunteer.ask(operation('09-eligibility'), { openingId: OPENING_ID });
    const { data, errors } = await volunteer.ask(operation('09-apply-to-opening'), {
      input: {
        openingId: OPENING_ID,
        motivation: 'I have planted trees for two years.',
        availableFrom: opening.startsOn,
        languages: [{ language: 'en', level: 'C1' }],
        skills: [],
        birthDate: '1974-11-02',
        citizenship: 'KZ',
      },
    });

    expect(asked.errors).toEqual([]);
    expect(asked.data.opening.eligibility.eligible).toBe(true);
    expect(errors).toEqual([]);
    expect(data.applyToOpening.__typename).toBe('ApplyToOpeningSuccess');
    applicationId = data.applyToOpening.application.id;
  });

  it('leads through selection, clearances and an offer to a deployment, of which every room hears', async () => {
    const advance = async (by: Client, to: string) => {
      const { data, errors } = await by.ask(operation('10-advance-application'), { input: { applicationId, to } });
      expect(errors).toEqual([]);
      expect(data.advanceApplication.application?.status).toBe(to);
    };
    const input = { applicationId, hasConflict: false };
    for (const to of ['LONGLISTED', 'SHORTLISTED', 'WITH_HOST']) await advance(desk, to);
    await host.ask('mutation ($input: DeclareInterestInput!) { declareInterest(input: $input) { __typename } }', {
      input,
    });
    await host.ask('mutation ($input: AssessApplicationInput!) { assessApplication(input: $input) { __typename } }', {
      input: { applicationId, method: 'INTERVIEW', score: 5, recommendation: 'PREFER' },
    });
    await advance(host, 'PREFERRED');
    await desk.ask(operation('10-record-clearance'), {
      input: { applicationId, kind: 'REFERENCES', status: 'PASSED', validUntil: '2035-01-01' },
    });
    const offered = await desk.ask(operation('10-offer-placement'), { input: { applicationId } });
    expect(offered.data.offerPlacement.__typename).toBe('OfferPlacementSuccess');

    const accepted = await volunteer.ask(operation('10-accept-placement'), {
      input: { offerId: offered.data.offerPlacement.application.offer.id },
    });

    expect(accepted.errors).toEqual([]);
    expect(accepted.data.acceptPlacement).toEqual({
      __typename: 'AcceptPlacementSuccess',
      deployment: {
        id: expect.stringMatching(/^deployment_/),
        status: 'PREPARING',
        startsOn: opening.startsOn,
        endsOn: opening.endsOn,
      },
      withdrawnApplications: [],
    });
    await expect.poll(unheard, { timeout: 15_000 }).toEqual([]);
  });

  it('is on the page of whoever has it', async () => {
    const { data, errors } = await volunteer.ask(MY_PORTAL, { locale: 'en' });

    expect(errors).toEqual([]);
    expect(data.me.applications.nodes).toEqual([
      {
        id: applicationId,
        status: 'ACCEPTED',
        submittedAt: expect.any(String),
        opening: { id: OPENING_ID, title: opening.title, country: { code: 'KE' } },
        allowedTransitions: [],
      },
    ]);
    expect(data.me.deployments.nodes).toEqual([
      {
        id: expect.stringMatching(/^deployment_/),
        status: 'PREPARING',
        startsOn: opening.startsOn,
        endsOn: opening.endsOn,
        country: { code: 'KE', name: 'Kenya' },
        reports: [],
        certificate: null,
      },
    ]);
  });

  it.each(['participant', 'focal-point.kg'])('is on no page of others: %s', async (name) => {
    const client = portal.as(await portal.signIn(`${name}@demo.erikti.example`));

    const { data, errors } = await client.ask(MY_PORTAL, { locale: 'ru' });

    expect(errors).toEqual([]);
    expect(data.me).toMatchObject({ ...NOBODYS, applications: { nodes: [] } });
  });

  it('is seen by the country it leads to, by its key and by its officer, with a name and no more', async () => {
    const variables = { country: 'KE', year: Number(opening.startsOn.slice(0, 4)), first: 20 };
    const answers = [await portal.ask(PARTNER, variables, key), await partner.ask(PARTNER, variables)];

    for (const { data, errors } of answers) {
      expect(errors).toEqual([]);
      expect(data.country.placementStatistics).toMatchObject({ year: variables.year, deployed: 0 });
      expect(data.country.deployments.nodes).toEqual([
        {
          id: expect.stringMatching(/^deployment_/),
          status: 'PREPARING',
          startsOn: opening.startsOn,
          endsOn: opening.endsOn,
          opening: { id: OPENING_ID, title: opening.title },
          hostOrganisation: HOST,
          volunteer: { id: namedId('person', 'volunteer@demo.erikti.example'), displayName: 'Данияр Әбдіров' },
          nextReportDueOn: null,
        },
      ]);
    }
  });

  it('is nobody else’s business: figures are for anyone, and deployments are not', async () => {
    const { data, errors } = await portal.ask(PARTNER, { country: 'KE', year: 2025, first: 20 });
    const other = await portal.ask(PARTNER, { country: 'TR', year: 2025, first: 20 }, key);

    expect(data.country.placementStatistics).toMatchObject({ year: 2025, deployed: 3, serving: 3, completed: 0 });
    expect(data.country.deployments).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(other.data.country.deployments).toBeNull();
    expect(other.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('has a country whose page has openings and figures, and delegations where it sends them', async () => {
    const kenya = await portal.ask(COUNTRY, { code: 'KE', locale: 'en' });
    const kyrgyzstan = await portal.ask(COUNTRY, { code: 'KG', locale: 'ky' });

    expect([kenya.errors, kyrgyzstan.errors]).toEqual([[], []]);
    expect(kenya.data.country).toMatchObject({
      code: 'KE',
      name: 'Kenya',
      delegations: { nodes: [] },
      placementStatistics: { deployed: 3 },
    });
    expect(kenya.data.country.openings.nodes).toHaveLength(4);
    expect(kyrgyzstan.data.country).toMatchObject({
      cisMembership: { status: 'MEMBER' },
      delegations: { nodes: [{ edition: { year: 2026 } }] },
      openings: { nodes: [] },
      placementStatistics: { deployed: 0 },
    });
  });

  /** Word of steps that has not left placements, or was not acted on there or by the service that owns names. */
  async function unheard(): Promise<unknown[]> {
    return asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        `select type from placements.outbox_event
         union all select data ->> 'type' from jobs.job
           where name in ('placements_inbox', 'accounts_inbox') and state not in ('completed', 'cancelled')`,
      );
      return rows;
    });
  }
});

function variablesOf(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../schema/operations/${name}.variables.json`, import.meta.url), 'utf8'));
}
