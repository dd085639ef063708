import { describe, expect, it } from 'vitest';
import {
  DeploymentEnding,
  DeploymentStatus,
  EndingEvidence,
} from '../../../services/placements/deployment/deployment.rules.ts';
import { CompletionItem } from '../../../services/placements/deployment/ending/completion.rules.ts';
import { type EndDeployment, endDeployment } from '../../../services/placements/deployment/ending/end-deployment.ts';
import { confirmEntryOnDuty } from '../../../services/placements/deployment/entry-on-duty/confirm-entry-on-duty.ts';
import { extendDeployment } from '../../../services/placements/deployment/extension/extend-deployment.ts';
import { stepDeployment } from '../../../services/placements/deployment/step/step-deployment.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { operation } from '../../support/operations.ts';
import {
  askAs,
  ENDS_ON,
  type Given,
  givenChecklist,
  givenDeployment,
  NOW,
  officer,
  STARTS_ON,
  stateOf,
  TODAY,
} from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const by = ({ deploymentId }: Given, viewer = officer) => ({ viewer, deploymentId, expectedVersion: null });
const LAST_DAY = new Date('2026-08-31T15:00:00.000Z');
const { COMPLETED, EVACUATED, TERMINATED, RESIGNED } = DeploymentEnding;

const end = (given: Given, ending: DeploymentEnding, more: Partial<EndDeployment> = {}, now = NOW) =>
  endDeployment(em(), { ...by(given), ending, on: TODAY, reason: null, evidence: null, ticks: [], ...more }, now);
const resume = (given: Given) => stepDeployment(em(), { ...by(given), step: 'resumeDeployment', reason: null }, NOW);

/** A deployment on which service began by the word of the host, with the reports that follow from it. */
async function givenServed(): Promise<Given> {
  const given = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING });
  await confirmEntryOnDuty(em(), { ...by(given, given.host), on: STARTS_ON }, NOW);
  return given;
}

async function openReportsOf({ deploymentId }: Given) {
  return em().execute(
    `select kind, due_on::text as "dueOn" from duty_report where deployment_id = ? and state in ('DUE', 'DRAFT', 'RETURNED')
     order by due_on, kind`,
    [deploymentId],
  );
}

async function certificateOf({ deploymentId }: Given) {
  const [row] = await em().execute(
    `select number, kind, status, starts_on::text as starts_on, ends_on::text as ends_on from certificate where deployment_id = ?`,
    [deploymentId],
  );
  return row ?? null;
}

describe('an ending', () => {
  it.each([
    [COMPLETED, ENDS_ON, LAST_DAY, 'FULL', ['ARRIVAL', 'PERIODIC', 'FINAL', 'HOST_EVALUATION']],
    [RESIGNED, TODAY, NOW, 'PARTIAL', ['ARRIVAL', 'PERIODIC', 'FINAL']],
    [DeploymentEnding.EARLY_RETURN_MEDICAL, TODAY, NOW, 'PARTIAL', ['ARRIVAL', 'PERIODIC', 'HOST_EVALUATION']],
    [DeploymentEnding.EARLY_RETURN_FAMILY, TODAY, NOW, 'PARTIAL', ['ARRIVAL', 'PERIODIC', 'FINAL', 'HOST_EVALUATION']],
    [TERMINATED, TODAY, NOW, 'NONE', ['ARRIVAL', 'PERIODIC', 'HOST_EVALUATION']],
    [EVACUATED, TODAY, NOW, 'PARTIAL', ['ARRIVAL', 'PERIODIC', 'FINAL']],
    [DeploymentEnding.HOST_WITHDREW, TODAY, NOW, 'PARTIAL', ['ARRIVAL', 'PERIODIC', 'FINAL']],
  ])(
    'by %s leaves the reports and issues the certificate that its preview tells of',
    async (ending, on, now, kind, due) => {
      const given = await givenServed();
      await givenChecklist(em(), given);
      const variables = { deploymentId: given.deploymentId, ending, on };

      const { data } = await askAs(service.running, given.volunteer, operation('10-ending-preview'), variables);
      expect(await end(given, ending, { on }, now)).toEqual({ deploymentId: given.deploymentId });

      const { certificateKind, reportsDue } = data.deployment.endingPreview;
      const open = await openReportsOf(given);
      expect(reportsDue.toSorted(byDay)).toEqual(open);
      expect(open.map((report) => report.kind)).toEqual(due);
      expect(certificateKind).toBe(kind);
      const certificate = { number: expect.any(String), kind, status: 'VALID', starts_on: STARTS_ON, ends_on: on };
      expect(await certificateOf(given)).toEqual(kind === 'NONE' ? null : certificate);
    },
  );

  it('before service has begun leaves no report and no certificate, as its preview tells', async () => {
    const given = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING });
    const variables = { deploymentId: given.deploymentId, ending: RESIGNED, on: TODAY };

    const { data } = await askAs(service.running, given.volunteer, operation('10-ending-preview'), variables);
    await end(given, RESIGNED);

    expect(data.deployment.endingPreview).toMatchObject({ certificateKind: 'NONE', reportsDue: [] });
    expect([await openReportsOf(given), await certificateOf(given)]).toEqual([[], null]);
  });

  it('after an evacuation and service that went on keeps one number, for the whole of the service', async () => {
    const given = await givenServed();
    await end(given, EVACUATED, { evidence: EndingEvidence.EVACUATION_ORDER, reason: 'flood' });
    const evacuated = await certificateOf(given);
    await acceptFinal(given);
    expect(await resume(given)).toEqual({ deploymentId: given.deploymentId });
    const open = await openReportsOf(given);
    await givenChecklist(em(), given, [CompletionItem.FINAL_REPORT_ACCEPTED]);

    const early = await end(given, COMPLETED, { on: ENDS_ON }, LAST_DAY);
    await givenChecklistItem(given, CompletionItem.FINAL_REPORT_ACCEPTED);
    await end(given, COMPLETED, { on: ENDS_ON }, LAST_DAY);

    expect(evacuated).toMatchObject({ kind: 'PARTIAL', ends_on: TODAY });
    // What was told of before the evacuation does not tell of the days since.
    expect(open.filter((report) => report.kind === 'FINAL')).toEqual([{ kind: 'FINAL', dueOn: '2026-09-14' }]);
    expect(early).toEqual({ refusal: 'checklist-incomplete', missing: ['FINAL_REPORT_ACCEPTED'] });
    expect(await certificateOf(given)).toEqual({ ...evacuated, kind: 'FULL', ends_on: ENDS_ON });
  });

  it('that earns no certificate takes back the one that an evacuation had earned', async () => {
    const given = await givenServed();
    await end(given, EVACUATED, { on: '2026-06-10', reason: 'flood' });
    const before = await stateOf(em(), given);

    const later = await end(given, TERMINATED, { reason: 'left the post' });
    expect(await stateOf(em(), given)).toEqual(before);
    await end(given, TERMINATED, { on: '2026-06-10', reason: 'left the post' });

    expect(later).toEqual({ refusal: 'invalid-day', path: ['on'], problem: 'NOT_AFTER', day: '2026-06-10' });
    expect(await certificateOf(given)).toMatchObject({ kind: 'PARTIAL', status: 'REVOKED' });
  });

  it('of a volunteer who is erased asks for no report and certifies nothing', async () => {
    const given = await givenServed();
    const payload = { personId: given.personId, erasureId: newId('erasure') };
    await deliver({ id: newId('event'), type: 'ErasureRequested', payload });
    const reports = [CompletionItem.FINAL_REPORT_ACCEPTED, CompletionItem.HOST_EVALUATION_FILED];
    await givenChecklist(em(), given, reports);

    expect(await end(given, COMPLETED, { on: ENDS_ON }, LAST_DAY)).toEqual({ deploymentId: given.deploymentId });

    expect(await stateOf(em(), given)).toMatchObject({ status: 'COMPLETED', ended_on: ENDS_ON });
    expect([await openReportsOf(given), await certificateOf(given)]).toEqual([[], null]);
  });
});

it('schedules the reports of service that is extended anew', async () => {
  const given = await givenServed();

  await extendDeployment(em(), { ...by(given), until: '2026-12-31', reason: 'the class goes on' }, NOW);

  expect(await openReportsOf(given)).toEqual([
    { kind: 'ARRIVAL', dueOn: '2026-03-15' },
    { kind: 'PERIODIC', dueOn: '2026-06-14' },
    { kind: 'PERIODIC', dueOn: '2026-09-14' },
    { kind: 'PERIODIC', dueOn: '2026-12-14' },
    { kind: 'FINAL', dueOn: '2027-01-14' },
    { kind: 'HOST_EVALUATION', dueOn: '2027-01-14' },
  ]);
});

it('gives the place of whoever does not go to the first of the reserve', async () => {
  const given = await givenDeployment(em(), { status: DeploymentStatus.READY });
  await em().execute(`update opening set status = 'SELECTION' where id = ?`, [given.openingId]);
  const next = newId('application');
  await em().execute(
    `insert into application (id, opening_id, person_id, status, terms_version, rules_version, eligibility, rank, submitted_at)
     values (?, ?, ?, 'RESERVE', 1, '1', '[]', 1, ?)`,
    [next, given.openingId, newId('person'), NOW],
  );

  await stepDeployment(em(), { ...by(given), step: 'cancelDeployment', reason: 'no visa' }, NOW);
  const events = await em().execute<{ id: string; type: string; payload: EventPayload }[]>(
    `select id, type, payload from outbox_event where payload ->> 'openingId' = ?
       and type in ('DeploymentMoved', 'ApplicationMoved') order by id`,
    [given.openingId],
  );
  for (const event of events) await deliver(event);

  const statuses = await em().execute('select status from application where opening_id = ? order by submitted_at, id', [
    given.openingId,
  ]);
  expect(events.map(({ type }) => type).toSorted()).toEqual(['ApplicationMoved', 'DeploymentMoved']);
  expect(statuses.map(({ status }) => status).toSorted()).toEqual(['PREFERRED', 'RESCINDED']);
  const [mails] = await em().execute(
    `select count(*)::int as count from outbox_event where type = 'NoticeDue' and payload ->> 'personId' = ?`,
    [given.personId],
  );
  // Of one thing the volunteer hears once.
  expect(mails).toEqual({ count: 1 });
});

function byDay(one: { dueOn: string; kind: string }, other: { dueOn: string; kind: string }): number {
  return `${one.dueOn} ${one.kind}` < `${other.dueOn} ${other.kind}` ? -1 : 1;
}

async function acceptFinal({ deploymentId }: Given): Promise<void> {
  await em().execute(
    `update duty_report set state = 'ACCEPTED', text = 'All of it', submitted_at = ?, submitted_by_id = person_id,
       accepted_at = ?, accepted_by_id = 'person_officer'
     where deployment_id = ? and kind = 'FINAL'`,
    [NOW, NOW, deploymentId],
  );
  await givenChecklistItem({ deploymentId }, CompletionItem.FINAL_REPORT_ACCEPTED);
}

async function givenChecklistItem({ deploymentId }: Pick<Given, 'deploymentId'>, item: CompletionItem): Promise<void> {
  await em().execute(`insert into completion_item (deployment_id, item, party, done_at) values (?, ?, 'OFFICE', ?)`, [
    deploymentId,
    item,
    NOW,
  ]);
}

function deliver({ id, type, payload }: { id: string; type: string; payload: EventPayload }): Promise<void> {
  const { orm } = service.running.database;
  const { handlers } = placements;
  const event = { id, type, occurredAt: NOW.getTime(), payload };
  return receive({ service: 'placements', orm, handlers, keys: TEST_KEYS, now: () => NOW }, event);
}
