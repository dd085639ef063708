import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placements } from '../../../services/placements/subgraph.ts';
import { namedId, newId } from '../../../services/shared/ids.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const OPENING_ID = namedId('opening', 'demo/KE/teaching');

describe.each(transports)('a partner country, %s', (transport) => {
  let portal: Portal;
  let key: Record<string, string>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const { data } = await admin.ask(
      'mutation { createApiClient(input: { name: "Kenya", country: "KE" }) { ... on CreateApiClientSuccess { key } } }',
    );
    key = { 'x-api-key': data.createApiClient.key };
  });
  afterAll(() => portal?.close());

  it('reads its figures and deployments, with the names of those who serve there', async () => {
    const { personId, deploymentId } = await givenDeployment();
    const variables = { country: 'KE', year: 2026, first: 20 };
    const ask = () => portal.ask(operation('03-partner-placements'), variables, key);
    let answer = await ask();
    while (answer.data.country.deployments.nodes[0]?.volunteer.displayName === null) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await ask();
    }

    expect(answer.errors).toEqual([]);
    expect(answer.data.country).toMatchObject({
      code: 'KE',
      placementStatistics: { year: 2026, deployed: 1, serving: 1 },
    });
    expect(answer.data.country.deployments).toEqual({
      nodes: [
        {
          id: deploymentId,
          status: 'SERVING',
          startsOn: '2026-09-01',
          endsOn: '2027-05-31',
          opening: { id: OPENING_ID, title: { text: 'Teaching English and mathematics at a school' } },
          hostOrganisation: { id: namedId('host_organisation', 'demo/KE'), name: 'Example Community Centre, Nairobi' },
          volunteer: { id: personId, displayName: 'Tester' },
          nextReportDueOn: null,
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });

  it('is told what has changed, and exports it', async () => {
    const { data } = await portal.ask(
      '{ placementChanges(country: "KE") { nodes { status deployment { status } } } }',
      {},
      key,
    );
    const openings = await fetch(`${portal.url}/files/placements/openings/KE.jsonl`);
    const tag = openings.headers.get('etag') ?? '';
    const known = await fetch(`${portal.url}/files/placements/openings/KE.jsonl`, {
      headers: { 'if-none-match': tag },
    });
    const deployments = await fetch(`${portal.url}/files/placements/deployments/KE.jsonl`, { headers: key });
    const stranger = await fetch(`${portal.url}/files/placements/deployments/KE.jsonl`);

    expect(data.placementChanges.nodes).toEqual([{ status: 'SERVING', deployment: { status: 'SERVING' } }]);
    expect((await openings.text()).split('\n')).toHaveLength(6);
    expect(openings.headers.get('content-type')).toBe('application/jsonl');
    expect([known.status, deployments.status, stranger.status]).toEqual([304, 200, 401]);
    expect((await deployments.text()).split('\n')).toHaveLength(5);
  });

  it('has no figures but zeros where nobody serves, and every country page shows them', async () => {
    const { data, errors } = await portal.ask(operation('13-country-page'), { code: 'KZ', locale: 'kk' });

    expect(errors).toEqual([]);
    expect(data.country.placementStatistics).toEqual({ deployed: 0 });
  });

  /** Somebody who serves, of whom the service's outbox has told. */
  async function givenDeployment() {
    const [person] = await portal.givenPeople(1);
    const em = portal.opened.running.find(({ name }) => name === placements.name)?.database.orm.em.fork();
    if (!person || !em) throw new Error('the portal runs with placements');
    const { personId } = person;
    const deploymentId = newId('deployment');
    await em.transactional(async (tx) => {
      await tx.execute(
        `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
           starts_on, ends_on, entered_on, made_at)
         select ?, id, programme_id, host_organisation_id, country_code, ?, 'SERVING', '2026-09-01', '2027-05-31',
           '2026-09-01', now()
         from opening where id = ?`,
        [deploymentId, personId, OPENING_ID],
      );
      await tx.execute(
        `insert into outbox_event (id, type, occurred_at, payload)
         select ?, 'DeploymentMoved', now(), jsonb_build_object('deploymentId', id, 'openingId', opening_id,
           'countryCode', country_code, 'from', 'TRAVELLING', 'to', status)
         from deployment where id = ?`,
        [newId('event'), deploymentId],
      );
    });
    return { personId, deploymentId };
  }
});
