import { describe, expect, it } from 'vitest';
import { OrganisationStatus } from '../../services/network/organisation/organisation.rules.ts';
import { removeRepresentative } from '../../services/network/organisation/representative/change-representatives.ts';
import { ProjectStatus } from '../../services/network/project/project.rules.ts';
import { network } from '../../services/network/subgraph.ts';
import { askAs } from '../support/ask-as.ts';
import { useService } from '../support/database.ts';
import { statementsOf } from '../support/statements.ts';
import { ADMINISTRATOR, auditOf } from './ask-network.ts';
import { aigul, berik, givenOrganisation, givenProject, NOW, nobody, stranger } from './registers.ts';

const INVALID = `__typename
  ... on UserError { code }
  ... on InvalidInput { violations { path code } }`;
const PROBLEMS = `${INVALID}
  ... on InvalidTransition { from to allowed }
  ... on VersionConflict { currentVersion }`;
const SUBMIT = `mutation ($input: SubmitOrganisationInput!) { submitOrganisation(input: $input) {
  __typename ... on InvalidInput { violations { path code } }
  ... on OrganisationSuccess { organisation { id status version name { text } region { code } viewerRepresents allowedTransitions representatives { id } } }
} }`;
const MODERATE = `mutation ($input: ModerateOrganisationInput!) { moderateOrganisation(input: $input) {
  ${PROBLEMS} ... on OrganisationSuccess { organisation { status version decisionReason } }
} }`;
const INPUT = {
  name: [
    { locale: 'kk', text: 'Жанашыр' },
    { locale: 'en', text: 'Compassion' },
  ],
  regionCode: 'KZ-39',
  sector: 'HEALTH',
  webAddress: 'https://compassion.example',
};

describe('an organisation', () => {
  const service = useService(network, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const ask = (viewer: typeof aigul, query: string, input?: object) =>
    askAs(service.running, viewer, query, input ? { input } : {});

  it('is submitted by its first representative, approved by an administrator, and then in the register', async () => {
    const { data } = await ask(aigul, SUBMIT, INPUT);
    const { organisation } = data.submitOrganisation;
    const find = '{ organisations(region: "KZ-39", sector: HEALTH, search: "жанаш") { totalCount nodes { id } } }';
    const before = await ask(nobody, find);

    const approved = await ask(ADMINISTRATOR, MODERATE, {
      organisationId: organisation.id,
      decision: 'APPROVED',
      expectedVersion: 1,
    });

    expect(organisation).toEqual({
      id: expect.stringMatching(/^organisation_/),
      status: 'SUBMITTED',
      version: 1,
      name: { text: 'Compassion' },
      region: { code: 'KZ-39' },
      viewerRepresents: true,
      allowedTransitions: ['CLOSED'],
      representatives: [{ id: 'person_aigul' }],
    });
    expect(before.data.organisations).toEqual({ totalCount: 0, nodes: [] });
    expect(approved.data.moderateOrganisation.organisation).toMatchObject({ status: 'APPROVED', version: 2 });
    expect((await ask(nobody, find)).data.organisations).toEqual({ totalCount: 1, nodes: [{ id: organisation.id }] });
    expect(await auditOf(service.running, 'moderateOrganisation')).toMatchObject([
      { actor_id: 'person_of_office', changes: [{ field: 'status', from: 'SUBMITTED', to: 'APPROVED' }] },
    ]);
  });

  it('is told everything that is wrong with it at once, and leaves nothing', async () => {
    const before = await count('organisation');

    const { data } = await ask(aigul, SUBMIT, { name: [], regionCode: 'KZ-00', sector: 'HEALTH', webAddress: 'x' });

    expect(data.submitOrganisation.violations).toEqual([
      { path: ['input', 'name'], code: 'MISSING' },
      { path: ['input', 'regionCode'], code: 'UNKNOWN_REGION' },
      { path: ['input', 'webAddress'], code: 'NOT_A_LINK' },
    ]);
    expect(await count('organisation')).toBe(before);
  });

  it('goes only where its life leads, with a reason where something is taken away', async () => {
    const organisationId = await givenOrganisation(em, aigul, { status: OrganisationStatus.SUBMITTED });
    const moderate = async (input: object) =>
      (await ask(ADMINISTRATOR, MODERATE, { organisationId, ...input })).data.moderateOrganisation;

    const suspended = await moderate({ decision: 'SUSPENDED', reason: 'too early' });
    const unreasoned = await moderate({ decision: 'REJECTED' });
    const stale = await moderate({ decision: 'APPROVED', expectedVersion: 7 });
    const rejected = await moderate({ decision: 'REJECTED', reason: 'no statutes' });

    expect(suspended).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'SUBMITTED',
      allowed: ['APPROVED', 'REJECTED'],
    });
    expect(unreasoned.violations).toEqual([{ path: ['input', 'reason'], code: 'MISSING' }]);
    expect(stale).toMatchObject({ __typename: 'VersionConflict', currentVersion: 1 });
    expect(rejected.organisation).toEqual({ status: 'REJECTED', version: 2, decisionReason: 'no statutes' });
    const see = `{ organisation(id: "${organisationId}") { decisionReason representatives { id } } }`;
    expect((await ask(nobody, see)).data.organisation).toBeNull();
    expect((await ask(aigul, see)).data.organisation.decisionReason).toBe('no statutes');
  });

  it('is moderated by administrators alone, and closed by those who represent it', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    const close = `mutation { closeOrganisation(input: { organisationId: "${organisationId}" }) { ${PROBLEMS} } }`;

    const moderated = await ask(aigul, MODERATE, { organisationId, decision: 'SUSPENDED', reason: 'x' });
    const foreign = await ask(stranger, close);
    const own = await ask(aigul, close);

    expect(moderated.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    expect(foreign.data.closeOrganisation.__typename).toBe('OrganisationNotFound');
    expect(own.data.closeOrganisation.__typename).toBe('OrganisationSuccess');
  });

  it('is not left to nobody, when all who represent it leave at once', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    const add = `mutation ($input: RepresentativeInput!) { addRepresentative(input: $input) { __typename } }`;
    const strange = await ask(stranger, add, { organisationId, personId: 'person_stranger' });
    await ask(aigul, add, { organisationId, personId: 'person_berik' });

    const outcomes = await Promise.all(
      [aigul, berik].map((viewer) =>
        removeRepresentative(em(), { viewer, organisationId, personId: viewer.personId ?? '' }, NOW),
      ),
    );

    expect(strange.data.addRepresentative.__typename).toBe('OrganisationNotFound');
    expect(outcomes.filter((one) => 'refusal' in one)).toEqual([{ refusal: 'last-representative' }]);
    const [{ standing } = { standing: 0 }] = await em().execute<{ standing: number }[]>(
      'select count(*)::integer as standing from organisation_representative where organisation_id = ? and until is null',
      [organisationId],
    );
    expect(standing).toBe(1);
  });

  it('is looked for in a region that exists', async () => {
    const { errors } = await ask(nobody, '{ organisations(region: "KZ-99") { totalCount } }');

    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions?.codes).toHaveLength(20);
  });

  it.each([1, 3])('costs three statements with its projects, %s of them', async (first) => {
    const ids = [await givenOrganisation(em, aigul, { name: 'Listed A', regionCode: 'KZ-62' })];
    ids.push(await givenOrganisation(em, aigul, { name: 'Listed B', regionCode: 'KZ-62' }));
    ids.push(await givenOrganisation(em, aigul, { name: 'Listed C', regionCode: 'KZ-62' }));
    await givenProject(em, aigul, ids[0] ?? '');

    const statements = await statementsOf(async () => {
      const { data } = await askAs(
        service.running,
        nobody,
        `query ($first: Int!) { organisations(search: "listed", first: $first) {
          totalCount nodes { name { text } region { name } projects { nodes { title { text } } } }
        } }`,
        { first },
      );
      expect(data.organisations.nodes).toHaveLength(first);
    });

    expect(statements).toHaveLength(3);
  });

  async function count(table: string): Promise<number> {
    const [row] = await em().execute<{ count: number }[]>(`select count(*)::integer as count from ${table}`);
    return row?.count ?? 0;
  }
});

describe('a project', () => {
  const service = useService(network, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const ask = (viewer: typeof aigul, query: string, input?: object) =>
    askAs(service.running, viewer, query, input ? { input } : {});
  const SUBMIT_PROJECT = `mutation ($input: SubmitProjectInput!) { submitProject(input: $input) {
    ${INVALID} ... on OrganisationNotApproved { status } ... on ProjectSuccess { project { id status allowedTransitions } }
  } }`;
  const PROJECT = {
    title: [{ locale: 'ru', text: 'Визиты' }],
    regionCode: 'KZ-71',
    sector: 'SOCIAL',
    startsOn: '2026-09-01',
    endsOn: '2026-12-31',
  };
  const step = (field: string, projectId: string) =>
    `mutation { ${field}(input: { projectId: "${projectId}" }) { ${PROBLEMS} ... on ProjectSuccess { project { status } } } }`;

  it('is submitted by an approved organisation, let in by an administrator, started and closed by its own', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    const submitted = await ask(aigul, SUBMIT_PROJECT, { ...PROJECT, organisationId });
    const { id } = submitted.data.submitProject.project;
    const early = await ask(aigul, step('startProject', id));
    const moderate = `mutation { moderateProject(input: { projectId: "${id}", decision: APPROVED }) { ${PROBLEMS} } }`;
    await ask(ADMINISTRATOR, moderate);

    const foreign = await ask(stranger, step('startProject', id));
    const started = await ask(aigul, step('startProject', id));
    const closed = await ask(aigul, step('closeProject', id));

    expect(submitted.data.submitProject.project).toEqual({
      id: expect.stringMatching(/^project_/),
      status: 'SUBMITTED',
      allowedTransitions: ['CANCELLED'],
    });
    expect(early.data.startProject).toMatchObject({ from: 'SUBMITTED', to: 'RUNNING', allowed: ['CANCELLED'] });
    expect(foreign.data.startProject.__typename).toBe('ProjectNotFound');
    expect(started.data.startProject.project.status).toBe('RUNNING');
    expect(closed.data.closeProject.project.status).toBe('CLOSED');
    const events = await em().execute<{ payload: { projectId: string } }[]>(
      `select payload from outbox_event where type = 'ProjectPublished'`,
    );
    expect(events.map(({ payload }) => payload.projectId)).toEqual([id]);
  });

  it('is of an organisation that the viewer represents and that is approved', async () => {
    const waiting = await givenOrganisation(em, aigul, { status: OrganisationStatus.SUBMITTED });
    const approved = await givenOrganisation(em, aigul);

    const early = await ask(aigul, SUBMIT_PROJECT, { ...PROJECT, organisationId: waiting });
    const foreign = await ask(stranger, SUBMIT_PROJECT, { ...PROJECT, organisationId: approved });
    const wrong = await ask(aigul, SUBMIT_PROJECT, {
      ...PROJECT,
      organisationId: approved,
      regionCode: 'KZ',
      endsOn: '2026-08-31',
    });

    expect(early.data.submitProject).toMatchObject({ __typename: 'OrganisationNotApproved', status: 'SUBMITTED' });
    expect(foreign.data.submitProject.__typename).toBe('OrganisationNotFound');
    expect(wrong.data.submitProject.violations).toEqual([
      { path: ['input', 'regionCode'], code: 'UNKNOWN_REGION' },
      { path: ['input', 'endsOn'], code: 'ENDS_BEFORE_IT_BEGINS' },
    ]);
  });

  it('is seen by anyone once approved, before by its organisation and administrators', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    const hidden = await givenProject(em, aigul, organisationId, { status: ProjectStatus.SUBMITTED });
    const shown = await givenProject(em, aigul, organisationId, { status: ProjectStatus.APPROVED });
    const see = `{ project(id: "${hidden}") { id } organisation(id: "${organisationId}") {
      projects(status: [SUBMITTED, APPROVED]) { totalCount nodes { id } }
    } }`;

    const [anyone, own] = [await ask(nobody, see), await ask(aigul, see)];

    expect(anyone.data).toEqual({
      project: null,
      organisation: { projects: { totalCount: 1, nodes: [{ id: shown }] } },
    });
    expect(own.data.project).toEqual({ id: hidden });
    expect(own.data.organisation.projects.totalCount).toBe(2);
  });

  const GRANT = `... on SmallGrantSuccess { grant { id status asked { minorUnits currency } granted { minorUnits } report result { text } } }`;

  it('has a small grant: asked for, granted in part, reported on, put right, accepted; only the report stays inside', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    const purpose = [{ locale: 'en', text: 'Food parcels' }];
    const apply = `mutation ($input: ApplyForGrantInput!) { applyForGrant(input: $input) { ${INVALID} ${GRANT} } }`;
    const decide = `mutation ($input: DecideGrantInput!) { decideGrant(input: $input) { ${PROBLEMS} ${GRANT} } }`;
    const report = `mutation ($input: ReportGrantInput!) { reportGrant(input: $input) { ${PROBLEMS} ${GRANT} } }`;
    const asked = { projectId, amount: { minorUnits: 50_000_000, currency: 'KZT' }, purpose };
    const wrong = await ask(aigul, apply, { ...asked, amount: { minorUnits: 0, currency: 'XYZ' }, purpose: [] });
    const foreign = await ask(stranger, apply, asked);
    const applied = await ask(aigul, apply, asked);
    const grantId = applied.data.applyForGrant.grant.id;
    const list = '{ smallGrants { nodes { granted { minorUnits } report result { text } } } }';
    const unseen = await ask(nobody, list);
    const more = await ask(ADMINISTRATOR, decide, { grantId, decision: 'APPROVED', grantedMinorUnits: 50_000_001 });
    await ask(ADMINISTRATOR, decide, { grantId, decision: 'APPROVED', grantedMinorUnits: 40_000_000 });
    const result = [{ locale: 'en', text: '200 parcels' }];
    await ask(aigul, report, { grantId, report: 'Draft', result });
    await ask(ADMINISTRATOR, decide, { grantId, decision: 'RETURNED', reason: 'add the receipts' });
    await ask(aigul, report, { grantId, report: 'With receipts', result });

    const accepted = await ask(ADMINISTRATOR, decide, { grantId, decision: 'ACCEPTED' });
    const late = await ask(aigul, report, { grantId, report: 'Again', result });

    expect(wrong.data.applyForGrant.violations).toEqual([
      { path: ['input', 'amount', 'minorUnits'], code: 'BELOW_ONE' },
      { path: ['input', 'amount', 'currency'], code: 'UNKNOWN_CURRENCY' },
      { path: ['input', 'purpose'], code: 'MISSING' },
    ]);
    expect(foreign.data.applyForGrant.__typename).toBe('ProjectNotFound');
    expect(unseen.data.smallGrants.nodes).toEqual([]);
    expect(more.data.decideGrant.violations).toEqual([
      { path: ['input', 'grantedMinorUnits'], code: 'MORE_THAN_ASKED' },
    ]);
    expect(accepted.data.decideGrant.grant).toEqual({
      id: grantId,
      status: 'ACCEPTED',
      asked: { minorUnits: 50_000_000, currency: 'KZT' },
      granted: { minorUnits: 40_000_000 },
      report: 'With receipts',
      result: { text: '200 parcels' },
    });
    expect(late.data.reportGrant).toMatchObject({ __typename: 'InvalidTransition', from: 'ACCEPTED', allowed: [] });
    const public_ = { granted: { minorUnits: 40_000_000 }, report: null, result: { text: '200 parcels' } };
    expect((await ask(nobody, list)).data.smallGrants.nodes).toEqual([public_]);
  });
});
