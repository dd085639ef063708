import { describe, expect, it } from 'vitest';
import { personalTables } from '../../../services/placements/privacy/personal-tables.ts';
import { settleErased } from '../../../services/placements/privacy/settle-erased.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { eraseWhenAsked } from '../../../services/shared/privacy/erase-when-asked.ts';
import { askAs } from '../../support/ask-as.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { type GivenDeployment, hostOfficer, placementOfficer } from '../given.ts';
import { givenReported, reportIdOf, schedule } from './given-reports.ts';

const FEBRUARY = new Date('2027-02-10T09:00:00.000Z');
const service = useService(placements, () => FEBRUARY);
const em = () => service.running.database.orm.em.fork();
const host = ({ opening }: GivenDeployment) => hostOfficer(opening.hostOrganisationId);

const act = async (viewer: Viewer, name: string, type: string, input: object) => {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  const { data } = await askAs(service.running, viewer, query, { input });
  return data?.[name].__typename;
};

/** Files and accepts the final report and the host's evaluation, with an amendment each, and an incident by the host. */
async function givenReports(): Promise<GivenDeployment> {
  const deployment = await givenReported(em(), FEBRUARY);
  const authors = { FINAL: participant(deployment.personId), HOST_EVALUATION: host(deployment) };
  for (const [kind, author] of Object.entries(authors)) {
    const reportId = await reportIdOf(em(), deployment, kind);
    await act(author, 'fileReport', 'FileReportInput', { reportId, text: `words in ${kind}` });
    if (kind === 'FINAL')
      await act(placementOfficer, 'returnReport', 'ReturnReportInput', { reportId, note: 'words in a note' });
    await act(author, 'fileReport', 'FileReportInput', { reportId, text: `words in ${kind}` });
    await act(placementOfficer, 'acceptReport', 'AcceptReportInput', { reportId });
    await act(author, 'amendReport', 'AmendReportInput', { reportId, text: `words beside ${kind}` });
  }
  const reportId = await reportIdOf(em(), deployment, 'ARRIVAL');
  await act(authors.FINAL, 'saveReportDraft', 'SaveReportDraftInput', { reportId, text: 'words in a draft' });
  const incident = { deploymentId: deployment.id, text: 'words of an incident', severity: 'MINOR' };
  await act(authors.HOST_EVALUATION, 'fileIncident', 'FileIncidentInput', incident);
  return deployment;
}

function erase(personId: string): Promise<void> {
  const handle = eraseWhenAsked({ service: 'placements', tables: personalTables, settle: settleErased });
  const payload = { personId, erasureId: newId('erasure'), requestedAt: FEBRUARY.toISOString() };
  const event = { id: newId('event'), type: 'ErasureRequested', occurredAt: FEBRUARY.getTime(), payload };
  return em().transactional((tx) => handle(tx, event, FEBRUARY, TEST_KEYS));
}

async function wordsKept({ id }: GivenDeployment): Promise<string[]> {
  const rows = await em().execute<{ words: string | null }[]>(
    `select unnest(array[report.text, report.note]) as words from duty_report as report where deployment_id = ?
     union all
     select amendment.text from duty_report_amendment as amendment
       join duty_report as report on report.id = duty_report_id where deployment_id = ?
     order by words`,
    [id, id],
  );
  return rows.flatMap(({ words }) => (words === null ? [] : [words]));
}

describe('reports of somebody who is erased', () => {
  it('lose every word, and those that were not accepted go', async () => {
    const deployment = await givenReports();
    expect(await wordsKept(deployment)).toHaveLength(7);

    await erase(deployment.personId);

    expect(await wordsKept(deployment)).toEqual([]);
    const rows = await em().execute('select kind, state from duty_report where deployment_id = ? order by kind', [
      deployment.id,
    ]);
    expect(rows).toEqual([
      { kind: 'FINAL', state: 'ACCEPTED' },
      { kind: 'HOST_EVALUATION', state: 'ACCEPTED' },
      { kind: 'INCIDENT', state: 'SUBMITTED' },
    ]);
  });

  it('are written by nobody and scheduled by nothing afterwards', async () => {
    const deployment = await givenReports();
    await erase(deployment.personId);
    const reportId = await reportIdOf(em(), deployment, 'HOST_EVALUATION');
    const incident = { deploymentId: deployment.id, text: 'words', severity: 'MINOR' };

    await schedule(em(), deployment, FEBRUARY);
    expect(await act(host(deployment), 'amendReport', 'AmendReportInput', { reportId, text: 'words' })).toBe(
      'ReportNotFound',
    );
    expect(await act(placementOfficer, 'fileIncident', 'FileIncidentInput', incident)).toBe('DeploymentNotFound');
    const directly = em().execute(`update duty_report set note = 'words' where id = ?`, [reportId]);
    await expect(directly).rejects.toThrow('this person is erased');
    expect(await wordsKept(deployment)).toEqual([]);
  });

  it('are left alone where somebody else is erased, but for what they wrote as a correction', async () => {
    const deployment = await givenReports();
    const [author] = await em().execute<{ made_by_id: string }[]>(
      `select made_by_id from duty_report_amendment where text = 'words beside HOST_EVALUATION'`,
    );

    await erase(author?.made_by_id ?? '');

    expect(await wordsKept(deployment)).toHaveLength(6);
  });
});

describe('what a volunteer is shown of what is kept', () => {
  const RECORDS = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
    placementsRecords { table columns rows } } } }`;

  it('has their reports, what the host said once it is accepted, and no incident that others reported', async () => {
    const { personId } = await givenReports();

    const { data } = await askAs(service.running, participant(personId), RECORDS, {
      representations: [{ __typename: 'Person', id: personId }],
    });

    const shown = JSON.stringify(data).match(/words [^"\\]+/g);
    expect(shown?.toSorted()).toEqual([
      'words beside FINAL',
      'words beside HOST_EVALUATION',
      'words in FINAL',
      'words in HOST_EVALUATION',
      'words in a draft',
      'words in a note',
    ]);
  });
});
