import { describe, expect, it } from 'vitest';
import { OrganisationStatus } from '../../services/network/organisation/organisation.rules.ts';
import { ProjectStatus } from '../../services/network/project/project.rules.ts';
import { network } from '../../services/network/subgraph.ts';
import { askAs } from '../support/ask-as.ts';
import { useService } from '../support/database.ts';
import { ADMINISTRATOR, auditOf } from './ask-network.ts';
import { aigul, givenOrganisation, givenProject, NOW, stranger } from './registers.ts';

const PROBLEMS = `__typename
  ... on UserError { code }
  ... on InvalidInput { violations { path code } }
  ... on VersionConflict { currentVersion }`;
const CORRECT_PROJECT = `mutation ($input: CorrectProjectInput!) { correctProject(input: $input) {
  ${PROBLEMS}
  ... on ProjectDecided { status }
  ... on ProjectSuccess { project { status version title(locale: "kk") { text } description { text } region { code } startsOn endsOn } }
} }`;
const CORRECT_ORGANISATION = `mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) {
  ${PROBLEMS}
  ... on OrganisationDecided { status }
  ... on OrganisationSuccess { organisation { status version name(locale: "en") { text isFallback } webAddress } }
} }`;
const PROJECT = {
  title: [{ locale: 'kk', text: 'Қарттарға қонақ' }],
  regionCode: 'KZ-75',
  sector: 'SOCIAL',
  startsOn: '2026-09-02',
  endsOn: '2026-12-31',
};
const ORGANISATION = { name: [{ locale: 'kk', text: 'Көмек' }], regionCode: 'KZ-71', sector: 'SOCIAL' };

const service = useService(network, () => NOW);
const em = () => service.running.database.orm.em.fork();
const submitted = { status: ProjectStatus.SUBMITTED };

async function ask(viewer: typeof aigul, query: string, input: object) {
  const { data, errors } = await askAs(service.running, viewer, query, { input });
  expect(errors).toEqual([]);
  return data;
}

describe('a submitted project', () => {
  it('is corrected by its organisation, and all of it is then as it was given', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul), submitted);

    const { correctProject } = await ask(aigul, CORRECT_PROJECT, { projectId, ...PROJECT, expectedVersion: 1 });

    expect(correctProject).toEqual({
      __typename: 'ProjectSuccess',
      project: {
        status: 'SUBMITTED',
        version: 2,
        title: { text: 'Қарттарға қонақ' },
        description: null,
        region: { code: 'KZ-75' },
        startsOn: '2026-09-02',
        endsOn: '2026-12-31',
      },
    });
    expect(await auditOf(service.running, 'correctProject')).toEqual([
      {
        actor_id: 'person_aigul',
        subject_id: projectId,
        changes: [
          { field: 'regionCode', from: 'KZ-71', to: 'KZ-75' },
          { field: 'startsOn', from: '2026-09-01', to: '2026-09-02' },
          { field: 'version', from: 1, to: 2 },
        ],
        reason: null,
      },
    ]);
  });

  it('is told everything that is wrong with it at once, and stays as it is', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul), submitted);

    const { correctProject } = await ask(aigul, CORRECT_PROJECT, {
      projectId,
      ...PROJECT,
      title: [],
      regionCode: 'KZ-99',
      endsOn: '2026-09-01',
    });

    expect(correctProject.violations).toEqual([
      { path: ['input', 'title'], code: 'MISSING' },
      { path: ['input', 'regionCode'], code: 'UNKNOWN_REGION' },
      { path: ['input', 'endsOn'], code: 'ENDS_BEFORE_IT_BEGINS' },
    ]);
    expect(await versionOf('project', projectId)).toBe(1);
  });

  it('is there for nobody else to correct, not even for administrators', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul), submitted);

    const answers = await Promise.all(
      [stranger, ADMINISTRATOR].map((viewer) => ask(viewer, CORRECT_PROJECT, { projectId, ...PROJECT })),
    );

    expect(answers.map(({ correctProject }) => correctProject.code)).toEqual([
      'PROJECT_NOT_FOUND',
      'PROJECT_NOT_FOUND',
    ]);
    expect(await versionOf('project', projectId)).toBe(1);
  });

  it('stays as it was decided', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    const before = await versionOf('project', projectId);

    const { correctProject } = await ask(aigul, CORRECT_PROJECT, { projectId, ...PROJECT });

    expect(correctProject).toEqual({ __typename: 'ProjectDecided', code: 'PROJECT_DECIDED', status: 'RUNNING' });
    expect(await versionOf('project', projectId)).toBe(before);
  });

  it('is corrected or decided about from one version, never both', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul), submitted);
    const moderate = `mutation ($input: ModerateProjectInput!) { moderateProject(input: $input) { __typename } }`;

    const [corrected, decided] = await Promise.all([
      ask(aigul, CORRECT_PROJECT, { projectId, ...PROJECT, expectedVersion: 1 }),
      ask(ADMINISTRATOR, moderate, { projectId, decision: 'APPROVED', expectedVersion: 1 }),
    ]);

    const answers = [corrected.correctProject.__typename, decided.moderateProject.__typename];
    expect(answers.toSorted()).toEqual(['ProjectSuccess', 'VersionConflict']);
    expect(await versionOf('project', projectId)).toBe(2);
  });
});

describe('a submitted organisation', () => {
  const submittedOne = () => givenOrganisation(em, aigul, { status: OrganisationStatus.SUBMITTED });

  it('is corrected by its representatives, and found by its new name alone', async () => {
    const organisationId = await submittedOne();

    const { correctOrganisation } = await ask(aigul, CORRECT_ORGANISATION, { organisationId, ...ORGANISATION });

    expect(correctOrganisation.organisation).toEqual({
      status: 'SUBMITTED',
      version: 2,
      name: { text: 'Көмек', isFallback: true },
      webAddress: null,
    });
    const [row] = await em().execute('select folded_name from organisation where id = ?', [organisationId]);
    expect(row?.folded_name).not.toContain('helpers');
  });

  it('leaves no trace of a correction that corrects nothing', async () => {
    const organisationId = await submittedOne();
    const input = { organisationId, ...ORGANISATION, name: [{ locale: 'en', text: 'Helpers' }] };

    const { correctOrganisation } = await ask(aigul, CORRECT_ORGANISATION, input);

    expect(correctOrganisation.organisation.version).toBe(1);
    const audited = await em().execute('select from audit_entry where command = ? and subject_id = ?', [
      'correctOrganisation',
      organisationId,
    ]);
    expect(audited).toEqual([]);
  });

  it('stays as it was decided, and as it is for others', async () => {
    const approved = await givenOrganisation(em, aigul);
    const waiting = await submittedOne();

    const decided = await ask(aigul, CORRECT_ORGANISATION, { organisationId: approved, ...ORGANISATION });
    const foreign = await ask(stranger, CORRECT_ORGANISATION, { organisationId: waiting, ...ORGANISATION });
    const late = await ask(aigul, CORRECT_ORGANISATION, {
      organisationId: waiting,
      ...ORGANISATION,
      expectedVersion: 7,
    });

    expect(decided.correctOrganisation).toMatchObject({ code: 'ORGANISATION_DECIDED', status: 'APPROVED' });
    expect(foreign.correctOrganisation.code).toBe('ORGANISATION_NOT_FOUND');
    expect(late.correctOrganisation).toMatchObject({ code: 'VERSION_CONFLICT', currentVersion: 1 });
    expect([await versionOf('organisation', approved), await versionOf('organisation', waiting)]).toEqual([2, 1]);
  });
});

async function versionOf(table: 'project' | 'organisation', id: string): Promise<number> {
  const [row] = await em().execute<{ version: number }[]>(`select version from ${table} where id = ?`, [id]);
  return row?.version ?? 0;
}
