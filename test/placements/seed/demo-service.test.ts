import { expect, it } from 'vitest';
import { seedDemo } from '../../../services/placements/seed/demo.ts';
import { seedReference } from '../../../services/placements/seed/reference.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { namedId, newId } from '../../../services/shared/ids.ts';
import { askAs } from '../../support/ask-as.ts';
import { useService } from '../../support/database.ts';
import { hostOfficer, placementOfficer } from '../given.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
const A_MONTH_ON = new Date('2026-12-22T09:00:00.000Z');
const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();

const DESK = `{ deploymentAlerts(first: 5) { nodes { kind } } dutyReports(filter: { isOverdue: true }, first: 5) { nodes { kind } } }`;

function everything() {
  return em().execute(`select to_jsonb(one) as row from (
    select to_jsonb(deployment) as it from deployment union all select to_jsonb(duty_report) from duty_report
    union all select to_jsonb(insurance_cover) from insurance_cover union all select to_jsonb(audit_entry) from audit_entry
    union all select to_jsonb(outbox_event) from outbox_event) as one order by one::text`);
}

async function bring(now: Date): Promise<void> {
  await seedReference(em());
  await seedDemo(em(), now);
}

it('brings service that is insured and reported on, once, and changes nothing when it is brought again', async () => {
  await bring(NOW);
  const before = await everything();
  const { data, errors } = await askAs(service.running, placementOfficer, DESK);

  await bring(NOW);
  await bring(A_MONTH_ON);

  expect(errors).toEqual([]);
  expect(data).toEqual({ deploymentAlerts: { nodes: [] }, dutyReports: { nodes: [] } });
  expect(await everything()).toEqual(before);
  const [counts] = await em().execute(
    `select (select count(*)::int from deployment where is_demo) as served,
       (select count(distinct deployment_id)::int from duty_report) as reported,
       (select count(distinct deployment_id)::int from insurance_cover) as insured`,
  );
  expect(counts).toEqual({ served: 7, reported: 7, insured: 7 });
});

it('gives one of an earlier version what it lacks, and leaves alone what has ended and who is erased', async () => {
  await bring(NOW);
  const whole = await everything();
  await em().execute('delete from duty_report');
  await em().execute('delete from insurance_cover');
  const [ended, gone] = [1, 2].map((place) => namedId('deployment', `demo/2025/${place}`));
  await em().execute(`update deployment set status = 'RESIGNED', ended_on = '2026-11-01' where id = ?`, [ended]);
  await em().execute(
    'insert into erased_person (person_id, erased_at) select person_id, ? from deployment where id = ?',
    [NOW, gone],
  );

  await bring(NOW);

  const rows = await em().execute<{ deployment_id: string }[]>(
    'select distinct deployment_id from duty_report union select deployment_id from insurance_cover',
  );
  expect(whole.length).toBeGreaterThan(rows.length);
  expect(rows.map((row) => row.deployment_id).toSorted()).toEqual(
    [3, 4, 5, 6, 7].map((place) => namedId('deployment', `demo/2025/${place}`)).toSorted(),
  );
  await em().execute('delete from erased_person');
  await em().execute(`update deployment set status = 'SERVING', ended_on = null where id = ?`, [ended]);
});

it('is seen by the officers of its host', async () => {
  await bring(NOW);
  const host = namedId('host_organisation', 'demo/KE');
  const query = `query ($id: ID!) { hostOrganisation(id: $id) { deployments(first: 10) { nodes { status reports { kind } insuranceGaps { from } } } } }`;

  const { data } = await askAs(service.running, hostOfficer(host), query, { id: host });
  const stranger = await askAs(service.running, hostOfficer(newId('host_organisation')), query, { id: host });

  const { nodes } = data.hostOrganisation.deployments;
  expect(nodes).toHaveLength(3);
  for (const { status, reports, insuranceGaps } of nodes) {
    expect([status, reports.length > 3, insuranceGaps]).toEqual(['SERVING', true, []]);
  }
  expect(stranger.errors).toHaveLength(1);
});
