import { expect, it } from 'vitest';
import { DeploymentEnding, DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { endDeployment } from '../../../services/placements/deployment/ending/end-deployment.ts';
import { extendDeployment } from '../../../services/placements/deployment/extension/extend-deployment.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import { useService } from '../../support/database.ts';
import { hostOfficer, partnerOf, placementOfficer } from '../given.ts';
import { askPlacements, deliver, type GivenOpening, givenDeployment, givenOpening, NOW } from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const ENDED_ON = '2026-05-20';

interface Served {
  readonly opening: GivenOpening;
  readonly id: string;
  readonly personId: string;
}

async function givenServed(country: string): Promise<Served> {
  const opening = await givenOpening(service.running, country);
  return { opening, ...(await givenDeployment(service.running, opening)) };
}

async function givenWebhook(country: string): Promise<void> {
  await em().execute(
    `insert into webhook (id, country_code, url, events, status, secret, registered_at)
     values (?, ?, 'https://hooks.test.example/', '{DEPLOYMENT_CHANGED}', 'ACTIVE', '{}', ?)`,
    [newId('webhook'), country, NOW],
  );
}

/** Hands on the word that has gone out of a deployment, as the relay does. */
async function relay({ id }: Served, type: string): Promise<void> {
  const events = await em().execute<{ id: string; payload: EventPayload }[]>(
    `select id, payload from outbox_event where type = ? and payload ->> 'deploymentId' = ? order by id`,
    [type, id],
  );
  expect(events).not.toEqual([]);
  for (const event of events) await deliver(service.running, { ...event, type, occurredAt: NOW.getTime() });
}

/** Where a deployment is in the graph, in the export, in the feed and in what webhooks are sent. */
async function told({ opening: { country }, id }: Served, viewer: Viewer) {
  const query = `query ($id: ID!) { deployment(id: $id) { status nextReportDueOn } }`;
  const { data } = await askPlacements(service.running, viewer, query, { id });
  const scope = { viewer, locale: 'en', correlationId: 'test', deadlineAt: Date.now() + 10_000 };
  const file = await service.running.openFile({ kind: 'deployments', id: `${country}.jsonl`, query: {}, scope });
  const lines = 'refusal' in file ? null : Buffer.concat(await file.body.toArray()).toString();
  const rows = await em().execute<{ status: string; sent: string | null }[]>(
    `select placement_change.status, body::json #>> '{data,status}' as sent from placement_change
     left join webhook_delivery on change_id = placement_change.id where deployment_id = ? order by position`,
    [id],
  );
  return { graph: data.deployment, file: lines && JSON.parse(lines).status, changes: rows };
}

it.each([
  [DeploymentEnding.RESIGNED, 'MT'],
  [DeploymentEnding.EARLY_RETURN_MEDICAL, 'CY'],
  [DeploymentEnding.EARLY_RETURN_FAMILY, 'IS'],
  [DeploymentEnding.TERMINATED, 'LU'],
])('a partner country is told that service has ended early, and never that it was by %s', async (ending, country) => {
  const served = await givenServed(country);
  await givenWebhook(country);
  const reason = ending === DeploymentEnding.EARLY_RETURN_MEDICAL ? null : 'given';
  const command = { viewer: placementOfficer, deploymentId: served.id, expectedVersion: null, ending, on: ENDED_ON };
  await endDeployment(em(), { ...command, reason, evidence: null, ticks: [] }, NOW);
  await relay(served, 'DeploymentMoved');

  const partner = await told(served, partnerOf(country));
  const officer = await told(served, placementOfficer);
  const volunteer = await told(served, participant(served.personId));
  const host = await told(served, hostOfficer(served.opening.hostId));

  const changes = [{ status: 'ENDED_EARLY', sent: 'ENDED_EARLY' }];
  expect(partner).toEqual({ graph: { status: 'ENDED_EARLY', nextReportDueOn: null }, file: 'ENDED_EARLY', changes });
  expect([officer.graph.status, officer.file]).toEqual([ending, ending]);
  expect([volunteer.graph.status, volunteer.file]).toEqual([ending, null]);
  expect([host.graph.status, host.file]).toEqual([ending, null]);
});

it('a partner country is told of what concerns it as it is: that people were brought to safety, that its host withdrew', async () => {
  for (const [ending, country] of [
    [DeploymentEnding.EVACUATED, 'MC'],
    [DeploymentEnding.HOST_WITHDREW, 'AD'],
  ] as const) {
    const served = await givenServed(country);
    const command = { viewer: placementOfficer, deploymentId: served.id, expectedVersion: null, ending, on: ENDED_ON };
    await endDeployment(em(), { ...command, reason: 'given', evidence: null, ticks: [] }, NOW);
    await relay(served, 'DeploymentMoved');

    expect(await told(served, partnerOf(country))).toEqual({
      graph: { status: ending, nextReportDueOn: null },
      file: ending,
      changes: [{ status: ending, sent: null }],
    });
  }
});

it('the feed holds no reason, the database being asked', async () => {
  const served = await givenServed('SM');
  const tell = em().execute(
    `with feed as (insert into placement_feed (country_code, last_position) values ('SM', 1) returning country_code)
     insert into placement_change (country_code, position, id, kind, at, opening_id, deployment_id, status)
     select country_code, 1, ?, 'DEPLOYMENT', ?, ?, ?, ? from feed`,
    [newId('placement_change'), NOW, served.opening.id, served.id, DeploymentStatus.EARLY_RETURN_MEDICAL],
  );

  await expect(tell).rejects.toThrow('placement_change_tells_no_reason');
});

it('service that lasts longer is told to the feed, the webhooks, and to whoever keeps the name', async () => {
  const served = await givenServed('LI');
  await givenWebhook('LI');
  await em().execute(
    `insert into insurance_cover (id, deployment_id, person_id, from_on, until_on, insurer, recorded_at, recorded_by_id)
     values (?, ?, ?, '2026-03-01', '2027-12-31', 'Insurer', ?, 'person_officer')`,
    [newId('insurance_cover'), served.id, served.personId, NOW],
  );
  const command = { viewer: placementOfficer, deploymentId: served.id, expectedVersion: null, until: '2026-07-31' };
  // Served until 30 May as agreed; the clock of the test stands before.
  await extendDeployment(em(), { ...command, reason: 'the class goes on' }, new Date('2026-05-15T09:00:00.000Z'));
  await relay(served, 'DeploymentExtended');

  expect((await told(served, partnerOf('LI'))).changes).toEqual([{ status: 'SERVING', sent: 'SERVING' }]);
  const [known] = await em().execute<{ payload: { until: string } }[]>(
    `select payload from outbox_event where type = 'VolunteerKnown' and payload ->> 'deploymentId' = ?`,
    [served.id],
  );
  expect(known?.payload).toMatchObject({ personId: served.personId, until: '2027-01-27T00:00:00.000Z' });
});
