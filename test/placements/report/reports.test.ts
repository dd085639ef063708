import { beforeEach, describe, expect, it } from 'vitest';
import { DutyReportKind } from '../../../services/placements/report/report.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { askAs } from '../../support/ask-as.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { operation } from '../../support/operations.ts';
import { statementsOf } from '../../support/statements.ts';
import { type GivenDeployment, givenDeployment, hostOfficer, partnerOf, placementOfficer } from '../given.ts';
import { everythingOf, givenReported, reportIdOf, schedule, scheduleLast } from './given-reports.ts';

/** In the last month of service, the day after the host's today has begun. */
const FEBRUARY = new Date('2027-02-10T09:00:00.000Z');
let now = FEBRUARY;
const service = useService(placements, () => now);
const em = () => service.running.database.orm.em.fork();
beforeEach(() => {
  now = FEBRUARY;
});

const FILE = operation('10-file-report');
const REFUSAL = `... on UserError { code } ... on InvalidTransition { from to allowed }
  ... on ReportNotYetOpen { opensOn } ... on VersionConflict { currentVersion }
  ... on InvalidInput { violations { path code } }`;
const DRAFT = `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) {
  __typename ... on SaveReportDraftSuccess { report { status text } } ... on DeploymentTakesNoReports { status } ${REFUSAL} } }`;
const REFILE = `mutation ($input: FileReportInput!) { fileReport(input: $input) {
  __typename ... on FileReportSuccess { report { state version } } ... on DeploymentTakesNoReports { status } ${REFUSAL} } }`;
const ACCEPT = `mutation ($input: AcceptReportInput!) { acceptReport(input: $input) {
  __typename ... on AcceptReportSuccess { report { state } } ... on UserError { code } ... on InvalidTransition { from to allowed }
  ... on VersionConflict { currentVersion } } }`;
const RETURN = `mutation ($input: ReturnReportInput!) { returnReport(input: $input) {
  __typename ... on ReturnReportSuccess { report { state note } } ... on UserError { code } ... on InvalidTransition { from to allowed }
  ... on InvalidInput { violations { path code } } } }`;
const AMEND = `mutation ($input: AmendReportInput!) { amendReport(input: $input) {
  __typename ... on AmendReportSuccess { report { text amendments { text } } } ... on UserError { code } ... on ReportNotAccepted { state }
  ... on InvalidInput { violations { path code } } } }`;
const INCIDENT = `mutation ($input: FileIncidentInput!) { fileIncident(input: $input) {
  __typename ... on FileIncidentSuccess { report { id kind period status dueOn severity text } } ... on UserError { code }
  ... on DeploymentTakesNoReports { status } ... on InvalidInput { violations { path code } } } }`;
const LIST = 'query ($id: ID!) { deployment(id: $id) { reports { kind status text note } nextReportDueOn } }';

async function ask(viewer: Viewer, query: string, variables: Record<string, unknown>) {
  const { data, errors } = await askAs(service.running, viewer, query, variables);
  expect(errors).toEqual([]);
  return data;
}
const say = async (viewer: Viewer, query: string, input: object) =>
  Object.values(await ask(viewer, query, { input }))[0];

const volunteerOf = ({ personId }: GivenDeployment) => participant(personId);
const hostOf = ({ opening }: GivenDeployment) => hostOfficer(opening.hostOrganisationId);
const another = () => ({ ...placementOfficer, personId: newId('person') });
const reportOf = (deployment: GivenDeployment, kind: string) => reportIdOf(em(), deployment, kind);

async function filed(deployment: GivenDeployment, kind = 'FINAL', text = 'All of it'): Promise<string> {
  const reportId = await reportOf(deployment, kind);
  const author = kind === 'HOST_EVALUATION' ? hostOf(deployment) : volunteerOf(deployment);
  expect(await say(author, REFILE, { reportId, text })).toMatchObject({ __typename: 'FileReportSuccess' });
  return reportId;
}

async function eventsOf(deployment: GivenDeployment, type: string) {
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = ? and payload ->> 'deploymentId' = ? order by id`,
    [type, deployment.id],
  );
  return sent.map(({ payload: { kind, from, to } }) => [kind, from, to]);
}

async function doneOf({ id }: GivenDeployment) {
  const done = await em().execute('select item from completion_item where deployment_id = ? order by item', [id]);
  return done.map(({ item }) => item);
}

async function mailsAbout(reportId: string) {
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'NoticeDue' and payload ->> 'about' = ? order by id`,
    [reportId],
  );
  return sent.map(({ payload: { personId, about = '', sealed = '' } }) => {
    const { subject, paragraphs } = openNotice(TEST_KEYS, { about, sealed });
    return { personId, subject: subject.en, last: paragraphs.at(-1)?.kk };
  });
}

describe('the reports of a deployment', () => {
  it('are scheduled at entry on duty once, however often and by however many', async () => {
    const deployment = await givenDeployment(em());

    await Promise.all(Array.from({ length: 6 }, () => schedule(em(), deployment, now)));

    const { deployment: read } = await ask(volunteerOf(deployment), LIST, { id: deployment.id });
    expect(read).toEqual({
      reports: [
        { kind: 'ARRIVAL', status: 'OVERDUE', text: null, note: null },
        { kind: 'PERIODIC', status: 'OVERDUE', text: null, note: null },
        { kind: 'FINAL', status: 'DUE', text: null, note: null },
        { kind: 'HOST_EVALUATION', status: 'DUE', text: null, note: null },
      ],
      nextReportDueOn: '2026-09-15',
    });
  });

  it('move when service is extended, and what was handed in stays', async () => {
    const deployment = await givenReported(em(), now);
    await filed(deployment, 'PERIODIC');
    await em().execute(`update deployment set ends_on = '2027-05-31' where id = ?`, [deployment.id]);

    await schedule(em(), deployment, now);

    const rows = await em().execute(
      `select kind, period, state, due_on::text as due from duty_report where deployment_id = ? order by due_on, kind`,
      [deployment.id],
    );
    expect(rows).toEqual([
      { kind: 'ARRIVAL', period: 1, state: 'DUE', due: '2026-09-15' },
      { kind: 'PERIODIC', period: 1, state: 'SUBMITTED', due: '2026-12-14' },
      { kind: 'PERIODIC', period: 2, state: 'DUE', due: '2027-03-14' },
      { kind: 'FINAL', period: 1, state: 'DUE', due: '2027-06-14' },
      { kind: 'HOST_EVALUATION', period: 1, state: 'DUE', due: '2027-06-14' },
    ]);
  });

  it('that nobody asks for any more go when service ends before its time', async () => {
    const deployment = await givenReported(em(), now);
    await em().execute(`update deployment set status = 'RESIGNED', ended_on = '2026-10-20' where id = ?`, [
      deployment.id,
    ]);

    await scheduleLast(em(), deployment, [DutyReportKind.FINAL], now);

    const rows = await em().execute(
      `select kind, covers_until::text as until from duty_report where deployment_id = ? order by due_on`,
      [deployment.id],
    );
    expect(rows).toEqual([
      { kind: 'ARRIVAL', until: '2026-09-14' },
      { kind: 'FINAL', until: '2026-10-20' },
    ]);
  });

  it('are either handed in or taken away where both happen at once', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const deployment = await givenReported(em(), now);
      await em().execute(`update deployment set ended_on = '2026-10-20' where id = ?`, [deployment.id]);
      const reportId = await reportOf(deployment, 'PERIODIC');

      const [answer] = await Promise.all([
        say(volunteerOf(deployment), REFILE, { reportId, text: 'Three months' }),
        scheduleLast(em(), deployment, [], now),
      ]);

      const rows = await em().execute('select state from duty_report where id = ?', [reportId]);
      const wasFiled = JSON.stringify(answer).includes('FileReportSuccess');
      expect(rows).toEqual(wasFiled ? [{ state: 'SUBMITTED' }] : []);
    }
  });

  it('are read whole by their authors and officers, in outline by the other side, and not at all by a partner', async () => {
    const deployment = await givenReported(em(), now);
    await filed(deployment, 'FINAL', 'By the volunteer');
    const evaluation = await filed(deployment, 'HOST_EVALUATION', 'By the host');
    const texts = async (viewer: Viewer) => {
      const { deployment: read } = await ask(viewer, LIST, { id: deployment.id });
      return read?.reports.slice(2).map(({ text }: { text: string | null }) => text);
    };

    expect(await texts(volunteerOf(deployment))).toEqual(['By the volunteer', null]);
    expect(await texts(hostOf(deployment))).toEqual([null, 'By the host']);
    expect(await texts(placementOfficer)).toEqual(['By the volunteer', 'By the host']);
    expect(await texts(ANONYMOUS)).toBe(undefined);
    const partner = await ask(partnerOf('KE'), LIST, { id: deployment.id });
    expect(partner.deployment).toEqual({ reports: [], nextReportDueOn: '2026-09-15' });
    await say(placementOfficer, ACCEPT, { reportId: evaluation });
    expect(await texts(volunteerOf(deployment))).toEqual(['By the volunteer', 'By the host']);
  });

  it('cost as many statements for twenty deployments as for one', async () => {
    const personId = newId('person');
    for (let year = 2000; year < 2020; year += 1) {
      await givenReported(em(), now, { personId, startsOn: `${year}-03-01`, endsOn: `${year}-08-31` });
    }
    const list = (first: number) =>
      statementsOf(() =>
        ask(
          participant(personId),
          `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
             deployments(first: ${first}) { nodes { nextReportDueOn reports { id kind dueOn status amendments { text } deployment { id } } } } } } }`,
          { representations: [{ __typename: 'Person', id: personId }] },
        ),
      );

    expect(await list(1)).toHaveLength(5);
    expect(await list(20)).toHaveLength(5);
  });
});

describe('a report', () => {
  it('is handed in, returned with a note, handed in again and accepted', async () => {
    const deployment = await givenReported(em(), now);
    const reportId = await reportOf(deployment, 'FINAL');
    const volunteer = volunteerOf(deployment);

    expect(await say(volunteer, DRAFT, { reportId, text: 'So far' })).toEqual({
      __typename: 'SaveReportDraftSuccess',
      report: { status: 'DRAFT', text: 'So far' },
    });
    const { fileReport } = await ask(volunteer, FILE, { input: { reportId, text: 'All of it', hoursServed: 900 } });
    expect(fileReport).toEqual({
      __typename: 'FileReportSuccess',
      report: { id: reportId, kind: 'FINAL', status: 'SUBMITTED', submittedAt: now.toISOString() },
    });
    expect(await say(placementOfficer, RETURN, { reportId, note: 'What of December?' })).toEqual({
      __typename: 'ReturnReportSuccess',
      report: { state: 'RETURNED', note: 'What of December?' },
    });
    expect(await say(volunteer, DRAFT, { reportId, text: 'And December' })).toMatchObject({
      report: { status: 'RETURNED' },
    });
    await say(volunteer, REFILE, { reportId, text: 'And December' });
    expect(await say(placementOfficer, ACCEPT, { reportId })).toEqual({
      __typename: 'AcceptReportSuccess',
      report: { state: 'ACCEPTED' },
    });

    expect(await eventsOf(deployment, 'DutyReportMoved')).toEqual([
      ['FINAL', 'DUE', 'DRAFT'],
      ['FINAL', 'DRAFT', 'SUBMITTED'],
      ['FINAL', 'SUBMITTED', 'RETURNED'],
      ['FINAL', 'RETURNED', 'SUBMITTED'],
      ['FINAL', 'SUBMITTED', 'ACCEPTED'],
    ]);
    expect(await mailsAbout(reportId)).toEqual([
      { personId: deployment.personId, subject: 'Final report: returned for correction', last: 'What of December?' },
      { personId: deployment.personId, subject: 'Final report: accepted', last: expect.stringContaining('қабылданды') },
    ]);
  });

  it('fulfils what completing asks for: the final one accepted, the host’s handed in', async () => {
    const deployment = await givenReported(em(), now);

    const final = await filed(deployment, 'FINAL');
    expect(await doneOf(deployment)).toEqual([]);
    const evaluation = await filed(deployment, 'HOST_EVALUATION');
    expect(await doneOf(deployment)).toEqual(['HOST_EVALUATION_FILED']);
    await say(placementOfficer, ACCEPT, { reportId: final });
    expect(await doneOf(deployment)).toEqual(['FINAL_REPORT_ACCEPTED', 'HOST_EVALUATION_FILED']);

    await say(placementOfficer, RETURN, { reportId: evaluation, note: 'Of what kind was the work?' });
    expect(await doneOf(deployment)).toEqual(['FINAL_REPORT_ACCEPTED']);
    await filed(deployment, 'HOST_EVALUATION', 'Teaching');
    expect(await doneOf(deployment)).toEqual(['FINAL_REPORT_ACCEPTED', 'HOST_EVALUATION_FILED']);
  });

  it('on the whole does not fulfil it any more where service goes on for longer', async () => {
    const deployment = await givenReported(em(), now);
    await say(placementOfficer, ACCEPT, { reportId: await filed(deployment, 'FINAL') });
    await filed(deployment, 'HOST_EVALUATION');

    await em().execute(`update deployment set ends_on = '2027-05-31' where id = ?`, [deployment.id]);
    await schedule(em(), deployment, now);

    expect(await doneOf(deployment)).toEqual([]);
  });

  it('that is handed in again as it was changes nothing, and otherwise is refused', async () => {
    const deployment = await givenReported(em(), now);
    const reportId = await filed(deployment);
    const before = await everythingOf(em(), reportId);
    const file = (text: string) => say(volunteerOf(deployment), REFILE, { reportId, text });

    expect(await file('All of it')).toEqual({
      __typename: 'FileReportSuccess',
      report: { state: 'SUBMITTED', version: 2 },
    });
    expect(await file('Something else')).toEqual({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      from: 'SUBMITTED',
      to: 'SUBMITTED',
      allowed: [],
    });
    expect(await everythingOf(em(), reportId)).toEqual(before);
  });

  it('is refused to strangers, before its day, by an old version and with anything wrong, and nothing changes', async () => {
    const deployment = await givenReported(em(), now);
    const reportId = await reportOf(deployment, 'FINAL');
    const before = await everythingOf(em(), reportId);
    const notFound = { __typename: 'ReportNotFound', code: 'REPORT_NOT_FOUND' };
    const input = { reportId, text: 'Mine' };

    for (const viewer of [participant(newId('person')), hostOf(deployment), placementOfficer, partnerPerson()]) {
      expect(await say(viewer, REFILE, input)).toEqual(notFound);
      expect(await say(viewer, DRAFT, input)).toEqual(notFound);
      expect(await say(viewer, AMEND, input)).toEqual(notFound);
    }
    const volunteer = volunteerOf(deployment);
    expect(await say(volunteer, REFILE, { ...input, expectedVersion: 9 })).toEqual({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      currentVersion: 1,
    });
    expect(await say(volunteer, REFILE, { reportId, text: ' ', hoursServed: -1 })).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [
        { path: ['input', 'text'], code: 'BLANK' },
        { path: ['input', 'hoursServed'], code: 'HOURS_OUT_OF_RANGE' },
      ],
    });
    expect(await say(volunteer, AMEND, input)).toEqual({
      __typename: 'ReportNotAccepted',
      code: 'REPORT_NOT_ACCEPTED',
      state: 'DUE',
    });
    expect(await say(placementOfficer, ACCEPT, { reportId })).toEqual({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      from: 'DUE',
      to: 'ACCEPTED',
      allowed: [],
    });
    // 20:59 in UTC is the last minute of the day before it opens, in Nairobi.
    now = new Date('2027-01-28T20:59:00.000Z');
    expect(await say(volunteer, REFILE, input)).toEqual({
      __typename: 'ReportNotYetOpen',
      code: 'REPORT_NOT_YET_OPEN',
      opensOn: '2027-01-29',
    });
    expect(await everythingOf(em(), reportId)).toEqual(before);
    now = new Date('2027-01-28T21:00:00.000Z');
    expect(await say(volunteer, REFILE, input)).toMatchObject({ __typename: 'FileReportSuccess' });
  });

  it('of service that was cancelled before departure is not taken', async () => {
    const deployment = await givenReported(em(), now);
    await em().execute(`update deployment set status = 'CANCELLED_BEFORE_DEPARTURE' where id = ?`, [deployment.id]);
    const reportId = await reportOf(deployment, 'FINAL');
    const before = await everythingOf(em(), reportId);
    const refused = {
      __typename: 'DeploymentTakesNoReports',
      code: 'DEPLOYMENT_TAKES_NO_REPORTS',
      status: 'CANCELLED_BEFORE_DEPARTURE',
    };

    const input = { deploymentId: deployment.id, text: 'It rained', severity: 'MINOR' };
    expect(await say(volunteerOf(deployment), REFILE, { reportId, text: 'Nothing' })).toEqual(refused);
    expect(await say(volunteerOf(deployment), INCIDENT, input)).toEqual(refused);
    expect(await everythingOf(em(), reportId)).toEqual(before);
  });

  it('is accepted once, however many accept it at the same moment, and never by who wrote it', async () => {
    const deployment = await givenReported(em(), now);
    const reportId = await filed(deployment);
    const serving = { ...placementOfficer, personId: deployment.personId };
    expect(await say(serving, ACCEPT, { reportId })).toEqual({
      __typename: 'ReportNotFound',
      code: 'REPORT_NOT_FOUND',
    });

    const answers = await Promise.all(Array.from({ length: 6 }, () => say(another(), ACCEPT, { reportId })));

    for (const answer of answers)
      expect(answer).toEqual({ __typename: 'AcceptReportSuccess', report: { state: 'ACCEPTED' } });
    const rows = await em().execute(
      `select count(*)::integer as times from audit_entry where subject_id = ? and command = 'acceptReport'`,
      [reportId],
    );
    expect(rows).toEqual([{ times: 1 }]);
    expect(await mailsAbout(reportId)).toHaveLength(1);
  });

  it('that is accepted and returned at the same moment is one of them, and filing waits for which', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const deployment = await givenReported(em(), now);
      const reportId = await filed(deployment);

      const [accepted, returned, again] = await Promise.all([
        say(another(), ACCEPT, { reportId }),
        say(another(), RETURN, { reportId, note: 'More' }),
        say(volunteerOf(deployment), REFILE, { reportId, text: 'More' }),
      ]);

      const won = [accepted, returned, again].map((answer) => JSON.stringify(answer).includes('Success'));
      const [row] = await em().execute<{ state: string; text: string }[]>(
        'select state, text from duty_report where id = ?',
        [reportId],
      );
      // Accepted as it was first; returned and perhaps filed anew; or returned, filed and then accepted.
      expect([
        'true,false,false ACCEPTED All of it',
        'false,true,false RETURNED All of it',
        'false,true,true SUBMITTED More',
        'true,true,true ACCEPTED More',
      ]).toContain(`${won} ${row?.state} ${row?.text}`);
    }
  });

  it('does not change once it is accepted: corrections stand beside it', async () => {
    const deployment = await givenReported(em(), now);
    const reportId = await filed(deployment);
    await say(placementOfficer, ACCEPT, { reportId });
    const input = { idempotencyKey: newId('key'), reportId, text: 'It was 68 hours' };

    const amended = await Promise.all([1, 2, 3].map(() => say(volunteerOf(deployment), AMEND, input)));

    for (const answer of amended) {
      expect(answer).toEqual({
        __typename: 'AmendReportSuccess',
        report: { text: 'All of it', amendments: [{ text: 'It was 68 hours' }] },
      });
    }
    expect(await say(volunteerOf(deployment), AMEND, { ...input, text: 'Other' })).toEqual({
      __typename: 'IdempotencyKeyReused',
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    for (const change of [`text = 'Other'`, 'hours_served = 1', `state = 'RETURNED', accepted_at = null`]) {
      const changing = em().execute(`update duty_report set ${change} where id = ?`, [reportId]);
      await expect(changing).rejects.toThrow('an accepted report does not change');
    }
  });
});

describe('an incident', () => {
  it('is told to those who run placements, and known to its author alone beside them', async () => {
    const deployment = await givenReported(em(), now);
    const host = hostOf(deployment);
    const input = { idempotencyKey: newId('key'), deploymentId: deployment.id, text: 'A fall', severity: 'SERIOUS' };

    const [first, again] = await Promise.all([say(host, INCIDENT, input), say(host, INCIDENT, input)]);

    expect(first).toEqual({
      __typename: 'FileIncidentSuccess',
      report: {
        id: expect.any(String),
        kind: 'INCIDENT',
        period: 1,
        status: 'SUBMITTED',
        dueOn: null,
        severity: 'SERIOUS',
        text: 'A fall',
      },
    });
    expect(again).toEqual(first);
    const kinds = async (viewer: Viewer) => {
      const { deployment: read } = await ask(viewer, LIST, { id: deployment.id });
      return read.reports.filter(({ kind }: { kind: string }) => kind === 'INCIDENT').length;
    };
    const viewers = [host, placementOfficer, volunteerOf(deployment), hostOf(deployment), partnerOf('KE')];
    expect(await Promise.all(viewers.map(kinds))).toEqual([1, 1, 0, 0, 0]);
    const { incidents } = await ask(
      placementOfficer,
      '{ incidents(first: 1) { nodes { text deployment { id } } } }',
      {},
    );
    expect(incidents.nodes).toEqual([{ text: 'A fall', deployment: { id: deployment.id } }]);
  });

  it('is kept from whom it is about, though they run placements, and leaves no gap in the list', async () => {
    const deployment = await givenReported(em(), now);
    const serving = { ...placementOfficer, personId: deployment.personId };
    await say(hostOf(deployment), INCIDENT, { deploymentId: deployment.id, text: 'About them', severity: 'MINOR' });
    await say(serving, INCIDENT, { deploymentId: deployment.id, text: 'By them', severity: 'MINOR' });
    const texts = async (viewer: Viewer) => {
      const { incidents } = await ask(viewer, '{ incidents { nodes { text } } }', {});
      return incidents.nodes.map(({ text }: { text: string }) => text);
    };

    const all = await texts(placementOfficer);
    expect(all.toSorted()).toEqual(expect.arrayContaining(['About them', 'By them']));
    expect(await texts(serving)).toEqual(all.filter((text: string) => text !== 'About them'));
  });

  it('is not found to report by strangers and partners, and says what is wrong with it', async () => {
    const deployment = await givenReported(em(), now);
    const input = { deploymentId: deployment.id, text: 'A fall', severity: 'MINOR' };

    for (const viewer of [participant(newId('person')), partnerPerson(), hostOfficer('host_organisation_0')]) {
      expect(await say(viewer, INCIDENT, input)).toEqual({
        __typename: 'DeploymentNotFound',
        code: 'DEPLOYMENT_NOT_FOUND',
      });
    }
    expect(await say(volunteerOf(deployment), INCIDENT, { ...input, text: '' })).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [{ path: ['input', 'text'], code: 'BLANK' }],
    });
    const rows = await em().execute(`select from duty_report where deployment_id = ? and kind = 'INCIDENT'`, [
      deployment.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('of two at once is counted apart', async () => {
    const deployment = await givenReported(em(), now);
    const input = { deploymentId: deployment.id, text: 'A fall', severity: 'MINOR' };

    await Promise.all(
      [hostOf(deployment), volunteerOf(deployment), placementOfficer].map((viewer) => say(viewer, INCIDENT, input)),
    );

    const rows = await em().execute(
      `select period from duty_report where deployment_id = ? and kind = 'INCIDENT' order by period`,
      [deployment.id],
    );
    expect(rows).toEqual([{ period: 1 }, { period: 2 }, { period: 3 }]);
  });
});

function partnerPerson(): Viewer {
  return { ...partnerOf('KE'), personId: newId('person') };
}
