import { beforeEach, describe, expect, it } from 'vitest';
import { remindOfReports } from '../../../services/placements/report/notice/remind.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { askAs } from '../../support/ask-as.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { type GivenDeployment, placementOfficer } from '../given.ts';
import { givenReported } from './given-reports.ts';

const ENTERED = new Date('2026-09-01T09:00:00.000Z');
let now = ENTERED;
const service = useService(placements, () => now);
const em = () => service.running.database.orm.em.fork();

beforeEach(async () => {
  now = ENTERED;
  await em().execute('delete from duty_report');
  await em().execute(`delete from outbox_event where type = 'NoticeDue'`);
});

const remind = (at: string) => remindOfReports(em(), TEST_KEYS, new Date(at));

async function mailsTo({ personId }: GivenDeployment) {
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'NoticeDue' and payload ->> 'personId' = ? order by id`,
    [personId],
  );
  return sent.map(({ payload: { about = '', sealed = '', expiresAt } }) => {
    const { subject } = openNotice(TEST_KEYS, { about, sealed });
    return [subject.en, subject.ru, subject.kk, expiresAt ?? null];
  });
}

describe('whoever has a report to hand in', () => {
  it('is reminded seven days before, the day before, and once when it is overdue, in all languages', async () => {
    const deployment = await givenReported(em(), now);

    // The arrival report is due on 15 September, whose last minute in Nairobi is 20:59 in UTC.
    const sent = [];
    for (const at of ['07T20:59', '07T21:00', '08T09:00', '13T20:59', '13T21:00', '15T20:59', '15T21:00', '20T09:00']) {
      sent.push(await remind(`2026-09-${at}:00.000Z`));
    }

    expect(sent).toEqual([0, 1, 0, 0, 1, 0, 1, 0]);
    const until = '2026-09-15T21:00:00.000Z';
    const due = [
      'Arrival report: due by September 15, 2026',
      'Отчёт о прибытии: сдайте до 15 сентября 2026 г.',
      'Келгені туралы есеп: 2026 ж. 15 қыркүйек дейін тапсырыңыз',
      until,
    ];
    expect(await mailsTo(deployment)).toEqual([
      due,
      due,
      ['Arrival report: overdue', 'Отчёт о прибытии: срок прошёл', 'Келгені туралы есеп: мерзімі өтті', null],
    ]);
  });

  it('is reminded once, however many processes remind', async () => {
    const deployments = await Promise.all(Array.from({ length: 10 }, () => givenReported(em(), now)));

    const sent = await Promise.all(Array.from({ length: 4 }, () => remind('2026-09-10T09:00:00.000Z')));

    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(10);
    for (const deployment of deployments) expect(await mailsTo(deployment)).toHaveLength(1);
  });

  it('is reminded anew once the report is due on another day', async () => {
    const deployment = await givenReported(em(), now);
    await remind('2026-09-10T09:00:00.000Z');
    await em().execute(`update duty_report set due_on = '2026-09-20' where deployment_id = ? and kind = 'ARRIVAL'`, [
      deployment.id,
    ]);

    expect(await remind('2026-09-12T09:00:00.000Z')).toBe(0);
    expect(await remind('2026-09-13T09:00:00.000Z')).toBe(1);
  });

  it('is not reminded of what was handed in, nor is a host of its evaluation', async () => {
    const deployment = await givenReported(em(), now);
    await em().execute(
      `update duty_report set state = 'SUBMITTED', submitted_at = ?, submitted_by_id = person_id
       where deployment_id = ? and kind <> 'HOST_EVALUATION'`,
      [now, deployment.id],
    );

    expect(await remind('2027-03-20T09:00:00.000Z')).toBe(0);
  });

  it('is reminded where there are more than a batch holds', async () => {
    const deployment = await givenReported(em(), now);
    await em().execute(
      `insert into duty_report (id, deployment_id, person_id, kind, period, covers_from, covers_until, opens_on, due_on, time_zone, state)
       select 'duty_report_' || n, ?, ?, 'PERIODIC', n, '2026-09-01', '2026-09-02', '2026-09-01', '2026-09-12', 'Asia/Almaty', 'DUE'
       from generate_series(10, 1209) as n`,
      [deployment.id, deployment.personId],
    );

    expect(await remind('2026-09-10T09:00:00.000Z')).toBe(1201);
    expect(await remind('2026-09-10T09:00:00.000Z')).toBe(0);
  });
});

describe('the desk of those who run placements', () => {
  const DESK = `query ($filter: DutyReportFilter, $first: Int, $after: String) { dutyReports(filter: $filter, first: $first, after: $after) {
    nodes { kind dueOn status } pageInfo { hasNextPage endCursor } } }`;
  const desk = async (variables: Record<string, unknown>) => {
    const { data, errors } = await askAs(service.running, placementOfficer, DESK, variables);
    expect(errors).toEqual([]);
    return data.dutyReports;
  };

  it('has the first due first, page by page, and tells what is overdue by the clock of the place', async () => {
    await givenReported(em(), now, { personId: newId('person') });
    await em().execute(
      `update duty_report set state = 'ACCEPTED', submitted_at = ?, submitted_by_id = person_id, accepted_at = ?, accepted_by_id = 'person_0'
       where kind = 'PERIODIC'`,
      [now, now],
    );
    now = new Date('2026-12-20T09:00:00.000Z');
    const arrival = { kind: 'ARRIVAL', dueOn: '2026-09-15', status: 'OVERDUE' };
    const periodic = { kind: 'PERIODIC', dueOn: '2026-12-14', status: 'ACCEPTED' };

    const first = await desk({ first: 1 });
    expect([first.nodes, first.pageInfo.hasNextPage]).toEqual([[arrival], true]);
    expect((await desk({ first: 1, after: first.pageInfo.endCursor })).nodes).toEqual([periodic]);
    expect((await desk({ filter: { isOverdue: true } })).nodes).toEqual([arrival]);
    expect((await desk({ filter: { state: 'ACCEPTED' } })).nodes).toEqual([periodic]);
    const calm = (await desk({ filter: { isOverdue: false } })).nodes;
    expect(calm.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['FINAL', 'HOST_EVALUATION', 'PERIODIC']);
    now = new Date('2026-09-15T20:59:59.000Z');
    expect((await desk({ filter: { isOverdue: true } })).nodes).toEqual([]);
    now = new Date('2026-09-15T21:00:00.000Z');
    expect((await desk({ filter: { isOverdue: true } })).nodes).toEqual([arrival]);
  });
});
