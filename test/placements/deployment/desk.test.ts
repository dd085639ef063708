import { describe, expect, it } from 'vitest';
import { DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { raiseInsuranceAlerts } from '../../../services/placements/deployment/insurance/insurance-upkeep.ts';
import { deploymentNotices } from '../../../services/placements/deployment/notice/deployment-notices.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { operation } from '../../support/operations.ts';
import { statementsOf } from '../../support/statements.ts';
import {
  askAs,
  type Given,
  givenChecklist,
  givenClearance,
  givenCover,
  givenDeployment,
  NOW,
  officer,
  stateOf,
  TODAY,
} from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const ask = (viewer: Viewer, query: string, variables: Record<string, unknown> = {}) =>
  askAs(service.running, viewer, query, variables);
const input = (given: Given, more: object = {}) => ({ input: { deploymentId: given.deploymentId, ...more } });
const mutation = (name: string, type: string, fields: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ... on UserError { code message } } }`;

/** The mails that follow from the last event of a type about a deployment. */
async function mailsAbout(given: Given, type: string) {
  const [event] = await em().execute<{ payload: EventPayload }[]>(
    `select payload from outbox_event where type = ? and payload ->> 'deploymentId' = ? order by id desc limit 1`,
    [type, given.deploymentId],
  );
  const handle = deploymentNotices[type];
  if (!event || !handle) throw new Error(`nothing handles ${type}`);
  await em().execute(`delete from outbox_event where type = 'NoticeDue'`);
  const told = { id: newId('event'), type, occurredAt: NOW.getTime(), payload: event.payload };
  await em().transactional((tx) => handle(tx, told, NOW, TEST_KEYS));
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'NoticeDue' order by id`,
  );
  return sent.map(({ payload: { personId, about = '', sealed = '' } }) => {
    const { subject, paragraphs } = openNotice(TEST_KEYS, { about, sealed });
    return { personId, subject: subject.en, text: paragraphs.map(({ en }) => en) };
  });
}

describe('in the graph', () => {
  it('a host confirms entry on duty by the published operation, and the volunteer hears of it', async () => {
    const given = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING });
    const confirm = operation('10-confirm-entry-on-duty');

    const early = await ask(given.host, confirm, input(given, { on: '2026-06-16' }));
    const stranger = await ask(participant('person_stranger'), confirm, input(given, { on: TODAY }));
    const done = await ask(given.host, confirm, input(given, { on: TODAY }));
    const again = await ask(given.host, confirm, input(given, { on: TODAY }));

    expect(early.data.confirmEntryOnDuty).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'This day has not come yet.',
    });
    expect(stranger.data.confirmEntryOnDuty).toMatchObject({ code: 'DEPLOYMENT_NOT_FOUND' });
    expect(done.data.confirmEntryOnDuty).toEqual({
      __typename: 'ConfirmEntryOnDutySuccess',
      deployment: {
        id: given.deploymentId,
        status: 'SERVING',
        reports: [
          { id: expect.any(String), kind: 'ARRIVAL', dueOn: '2026-06-29', status: 'DUE' },
          { id: expect.any(String), kind: 'FINAL', dueOn: '2026-09-14', status: 'DUE' },
          { id: expect.any(String), kind: 'HOST_EVALUATION', dueOn: '2026-09-14', status: 'DUE' },
        ],
      },
    });
    expect(again.data.confirmEntryOnDuty).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await mailsAbout(given, 'DeploymentMoved')).toEqual([
      {
        personId: given.personId,
        subject: 'Your service abroad: Teaching',
        text: ['The host has confirmed your entry on duty.'],
      },
    ]);
  });

  it('an ending is previewed before it is confirmed, by the published operations', async () => {
    const given = await givenDeployment(em());
    const variables = { deploymentId: given.deploymentId, ending: 'EARLY_RETURN_MEDICAL', on: '2026-05-31' };

    const preview = await ask(given.volunteer, operation('10-ending-preview'), variables);
    const hidden = await ask(participant('person_stranger'), operation('10-ending-preview'), variables);
    const end = (more: object) => ask(officer, operation('10-end-deployment'), input(given, { on: TODAY, ...more }));
    const told = await end({ ending: 'EARLY_RETURN_MEDICAL', reason: 'malaria' });
    const reasonless = await end({ ending: 'RESIGNED' });
    const incomplete = await end({ ending: 'COMPLETED', on: '2026-08-31' });
    const ended = await end({ ending: 'EARLY_RETURN_MEDICAL' });

    expect(preview.data.deployment.endingPreview).toEqual({
      certificateKind: 'PARTIAL',
      reportsDue: [
        { kind: 'ARRIVAL', dueOn: '2026-03-15' },
        { kind: 'HOST_EVALUATION', dueOn: '2026-06-14' },
      ],
      entitlements: [
        { kind: 'ENTRY_LUMP_SUM', amount: 1_000, currency: 'KZT', change: 'KEPT' },
        { kind: 'MONTHLY_ALLOWANCE', amount: 1_500, currency: 'KZT', change: 'PRORATED' },
        { kind: 'TRAVEL', amount: null, currency: null, change: 'KEPT' },
        { kind: 'TRAVEL', amount: null, currency: null, change: 'ADDED' },
        { kind: 'EXIT_ALLOWANCE', amount: 920, currency: 'KZT', change: 'PRORATED' },
      ],
    });
    expect(hidden.data.deployment).toBeNull();
    for (const refused of [told, reasonless, incomplete]) {
      expect(refused.data.endDeployment).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(ended.data.endDeployment).toEqual({
      __typename: 'EndDeploymentSuccess',
      deployment: {
        id: given.deploymentId,
        status: 'EARLY_RETURN_MEDICAL',
        certificate: { number: expect.stringMatching(/^ERK(-[0-9A-Z]{4}){3}$/) },
      },
    });
    expect(await mailsAbout(given, 'DeploymentMoved')).toMatchObject([
      { text: ['Your service has ended before its time. The portal says what follows for allowances and reports.'] },
    ]);
  });

  it('a cover closes a gap, its reference is for those concerned, and an extension is told', async () => {
    const given = await givenDeployment(em(), { insured: false });
    await givenCover(em(), given, '2026-03-01', '2026-08-01');
    const seen = `query ($id: ID!) { deployment(id: $id) { insuranceGaps { from until } insuranceCovers { from insurer policyReference } } }`;
    const partner: Viewer = {
      personId: null,
      apiClientId: 'api_client_0',
      grants: [{ role: 'PARTNER', scope: { kind: 'COUNTRY', id: 'KE' } }],
    };
    const before = await ask(officer, seen, { id: given.deploymentId });
    const cover = { from: '2026-08-02', until: '2026-10-31', insurer: 'Insurer', policyReference: 'P-1' };
    const record = mutation(
      'recordInsuranceCover',
      'RecordInsuranceCoverInput',
      '... on InvalidInput { violations { path code } }',
    );

    const wrong = await ask(officer, record, input(given, { ...cover, insurer: ' ', until: '2026-08-01' }));
    await ask(officer, record, input(given, { ...cover, idempotencyKey: 'k' }));
    await ask(officer, record, input(given, { ...cover, idempotencyKey: 'k' }));
    const after = await ask(given.host, seen, { id: given.deploymentId });
    const abroad = await ask(partner, seen, { id: given.deploymentId });
    await ask(
      officer,
      mutation('extendDeployment', 'ExtendDeploymentInput', ''),
      input(given, { until: '2026-09-30', reason: 'asked for' }),
    );

    expect(before.data.deployment.insuranceGaps).toEqual([{ from: '2026-08-02', until: '2026-08-31' }]);
    expect(wrong.data.recordInsuranceCover.violations).toEqual([
      { path: ['input', 'insurer'], code: 'BLANK' },
      { path: ['input', 'until'], code: 'NOT_BEFORE' },
    ]);
    expect(after.data.deployment).toEqual({
      insuranceGaps: [],
      insuranceCovers: [
        { from: '2026-03-01', insurer: 'Insurer', policyReference: null },
        { from: '2026-08-02', insurer: 'Insurer', policyReference: 'P-1' },
      ],
    });
    expect(abroad.data.deployment.insuranceCovers[1].policyReference).toBeNull();
    expect(await mailsAbout(given, 'DeploymentExtended')).toMatchObject([
      { personId: given.personId, text: ['Your service is extended: its last day is 2026-09-30.'] },
    ]);
  });

  it('refusals carry what to act with', async () => {
    const given = await givenDeployment(em(), { status: DeploymentStatus.PREPARING, clearances: ['VISA'] });
    const makeReady = mutation(
      'makeReady',
      'DeploymentActInput',
      '... on ClearancesOutstanding { outstanding { kind status } }',
    );
    const suspend = mutation(
      'suspendDeployment',
      'DeploymentStepInput',
      '... on InvalidInput { violations { path code } }',
    );

    const uncleared = await ask(officer, makeReady, input(given));
    const reasonless = await ask(officer, suspend, input(given));
    const forbidden = await ask(given.host, makeReady, input(given));

    expect(uncleared.data.makeReady).toEqual({
      __typename: 'ClearancesOutstanding',
      outstanding: [{ kind: 'VISA', status: 'REQUIRED' }],
      code: 'CLEARANCES_OUTSTANDING',
      message: 'Not every clearance has passed: one is outstanding.',
    });
    expect(reasonless.data.suspendDeployment.violations).toEqual([{ path: ['input', 'reason'], code: 'MISSING' }]);
    expect(forbidden.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('lists', () => {
  const LIST = `query ($host: ID!, $first: Int) { deployments(filter: { host: $host, status: [SERVING] }, first: $first) { nodes {
    id status allowedTransitions opening { id } hostOrganisation { id } insuranceGaps { from } insuranceCovers { id } leaves { id }
    completionChecklist { item done } endingPreview(ending: RESIGNED, on: "2026-06-01") { entitlements { amount } }
  } pageInfo { hasNextPage } } }`;

  it('cost the same for one deployment and twenty', async () => {
    const given = await givenDeployment(em());
    await givenChecklist(em(), given);
    for (let other = 0; other < 19; other++) {
      const { deploymentId } = await givenDeployment(em());
      await em().execute('update deployment set host_organisation_id = ? where id = ?', [given.hostId, deploymentId]);
    }
    const seen: number[] = [];
    const counts: number[] = [];
    for (const first of [1, 3, 20]) {
      const statements = await statementsOf(async () => {
        const { data, errors } = await ask(officer, LIST, { host: given.hostId, first });
        expect(errors).toEqual([]);
        seen.push(data.deployments.nodes.length);
      });
      counts.push(statements.length);
    }

    expect(seen).toEqual([1, 3, 20]);
    expect(counts).toEqual([9, 9, 9]);
  });

  it('of a host are for its officers', async () => {
    const given = await givenDeployment(em());
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on HostOrganisation {
      deployments(status: [SERVING], first: 5) { nodes { id } } } } }`;
    const variables = { representations: [{ __typename: 'HostOrganisation', id: given.hostId }] };

    const own = await ask(given.host, query, variables);
    const other = await ask((await givenDeployment(em())).host, query, variables);

    expect(own.data._entities[0].deployments.nodes).toEqual([{ id: given.deploymentId }]);
    expect(other.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('alerts', () => {
  const ALERTS = `{ deploymentAlerts(first: 100) { nodes { kind dueOn until clearance deployment { id } } } }`;
  const alertsOf = async (given: Given) => {
    const { data } = await ask(officer, ALERTS);
    type Alert = { deployment: { id: string } };
    return data.deploymentAlerts.nodes
      .filter((one: Alert) => one.deployment.id === given.deploymentId)
      .map(({ deployment: _known, ...alert }: Alert) => alert);
  };

  it('tell of gaps in insurance, of entries nobody confirmed, and of clearances that run out', async () => {
    const uninsured = await givenDeployment(em(), { insured: false });
    await givenCover(em(), uninsured, '2026-03-11', '2026-08-31');
    const late = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING, startsOn: '2026-06-14' });
    const inTime = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING, startsOn: TODAY });
    const expiring = await givenDeployment(em(), { clearances: ['VISA', 'MEDICAL'] });
    await givenClearance(em(), expiring, { kind: 'VISA', validUntil: '2026-07-15' });
    await givenClearance(em(), expiring, { kind: 'MEDICAL', validUntil: '2026-06-20' });
    const later = await givenDeployment(em(), { clearances: ['VISA'] });
    await givenClearance(em(), later, { kind: 'VISA', validUntil: '2026-07-16' });

    expect(await alertsOf(uninsured)).toEqual([
      { kind: 'INSURANCE_GAP', dueOn: '2026-03-01', until: '2026-03-10', clearance: null },
    ]);
    expect(await alertsOf(late)).toEqual([
      { kind: 'ENTRY_OVERDUE', dueOn: '2026-06-14', until: null, clearance: null },
    ]);
    expect(await alertsOf(inTime)).toEqual([]);
    expect(await alertsOf(expiring)).toEqual([
      { kind: 'CLEARANCE_EXPIRING', dueOn: '2026-07-15', until: null, clearance: 'VISA' },
    ]);
    expect(await alertsOf(later)).toEqual([]);
    const statements = await statementsOf(() => ask(officer, ALERTS));
    expect(statements).toHaveLength(2);
  });

  it('of a gap are raised once, by however many', async () => {
    const given = await givenDeployment(em(), { insured: false });
    const raised = () =>
      em().execute(
        `select payload from outbox_event where type = 'InsuranceGapFound' and payload ->> 'deploymentId' = ? order by id`,
        [given.deploymentId],
      );

    await Promise.all([raiseInsuranceAlerts(em(), NOW), raiseInsuranceAlerts(em(), NOW)]);
    await raiseInsuranceAlerts(em(), NOW);
    expect(await raised()).toEqual([
      { payload: { deploymentId: given.deploymentId, from: '2026-03-01', until: '2026-08-31' } },
    ]);

    await givenCover(em(), given, '2026-03-01', '2026-08-01');
    await raiseInsuranceAlerts(em(), NOW);
    expect(await raised()).toHaveLength(2);
  });
});

describe('erasure', () => {
  async function erase(personId: string) {
    const payload = { personId, erasureId: newId('erasure') };
    const event = { id: newId('event'), type: 'ErasureRequested', occurredAt: NOW.getTime(), payload };
    const { orm } = service.running.database;
    const { handlers } = placements;
    await receive({ service: 'placements', orm, handlers, keys: TEST_KEYS, now: () => NOW }, event);
    const [settled] = await em().execute<{ payload: EventPayload }[]>(
      `select payload from outbox_event where type = 'ErasureSettled' and payload ->> 'erasureId' = ?`,
      [payload.erasureId],
    );
    return settled?.payload;
  }

  it('keeps service that is under way until a year after it, without the policy', async () => {
    const given = await givenDeployment(em());
    await em().execute(`update insurance_cover set policy_reference = 'P-1' where deployment_id = ?`, [
      given.deploymentId,
    ]);

    expect(await erase(given.personId)).toMatchObject({
      outcome: 'KEPT',
      reason: 'SERVICE_ABROAD',
      keptUntil: '2027-08-31T00:00:00.000Z',
    });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING' });
    const record = mutation('recordInsuranceCover', 'RecordInsuranceCoverInput', '');
    const cover = { from: '2026-08-02', until: '2026-10-31', insurer: 'Insurer', policyReference: 'P-2' };
    const { data } = await ask(officer, record, input(given, cover));
    expect(data.recordInsuranceCover.__typename).toBe('DeploymentSuccess');
    const references = await em().execute('select policy_reference from insurance_cover where deployment_id = ?', [
      given.deploymentId,
    ]);
    expect(references).toEqual([{ policy_reference: null }, { policy_reference: null }]);
    const back = em().execute(`update insurance_cover set policy_reference = 'P-3' where deployment_id = ?`, [
      given.deploymentId,
    ]);
    await expect(back).rejects.toThrow('this person is erased');
  });

  it('calls off what nobody has set out for, and leaves what is over', async () => {
    const ready = await givenDeployment(em(), { status: DeploymentStatus.READY });
    const over = await givenDeployment(em(), { status: DeploymentStatus.COMPLETED });

    expect(await erase(ready.personId)).toMatchObject({ outcome: 'ERASED', reason: null });
    expect(await erase(over.personId)).toMatchObject({ outcome: 'ERASED', reason: null });
    expect(await stateOf(em(), ready)).toMatchObject({
      status: 'CANCELLED_BEFORE_DEPARTURE',
      free: 1,
      programme: 0,
      audited: 1,
    });
    expect(await stateOf(em(), over)).toMatchObject({ status: 'COMPLETED' });
  });
});
