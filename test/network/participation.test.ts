import { describe, expect, it } from 'vitest';
import { decideHours } from '../../services/network/participation/hours/decide-hours.ts';
import { checkHours, HoursStatus } from '../../services/network/participation/hours/hours.rules.ts';
import { recordHours } from '../../services/network/participation/hours/record-hours.ts';
import { joinProject } from '../../services/network/participation/join-project.ts';
import { leaveProject } from '../../services/network/participation/leave-project.ts';
import { ProjectStatus } from '../../services/network/project/project.rules.ts';
import { network } from '../../services/network/subgraph.ts';
import { participant } from '../../services/shared/access/access.rules.ts';
import { askAs } from '../support/ask-as.ts';
import { useService } from '../support/database.ts';
import { statementsOf } from '../support/statements.ts';
import { ADMINISTRATOR, auditOf } from './ask-network.ts';
import { aigul, berik, givenOrganisation, givenProject, NOW, nobody, stranger, TODAY } from './registers.ts';

const REFUSED = '__typename ... on UserError { code }';
const PROBLEMS = `${REFUSED}
  ... on InvalidInput { violations { path code message } }`;
const JOIN = `mutation ($input: JoinProjectInput!) { joinProject(input: $input) {
  ${REFUSED} ... on ProjectNotRunning { status } ... on ParticipationSuccess { participation { id leftAt project { id } person { id } } }
} }`;
const RECORD = `mutation ($input: RecordHoursInput!) { recordHours(input: $input) {
  ${PROBLEMS} ... on RecordHoursSuccess { hours { id on minutes status } }
} }`;
const VERIFY = `mutation ($input: VolunteerHoursInput!) { verifyHours(input: $input) {
  ${PROBLEMS}
  ... on HoursNotFound { hoursIds } ... on OwnHours { hoursIds } ... on HoursDecided { hoursIds }
  ... on DecideHoursSuccess { hours { id status } }
} }`;
const RECORD_OF = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { volunteerRecord {
  hours verifiedMinutes awaitingMinutes projectCount since until projects { hours project { id } } page { slug consentVersion }
} } } }`;
const DAY = '2026-10-09';

describe('hours', () => {
  const limits = { startsOn: '2026-09-01', endsOn: '2026-12-31', today: TODAY, remaining: 60 };

  it.each([
    ['fill what is left of a day', { on: DAY, minutes: 60 }, []],
    ['are not more than is left of it', { on: DAY, minutes: 61 }, ['minutes: over-a-day']],
    ['are some', { on: DAY, minutes: 0 }, ['minutes: below-one']],
    ['are not of the future', { on: '2026-10-11', minutes: 1 }, ['on: in-future']],
    ['are not before the project', { on: '2026-08-31', minutes: 1 }, ['on: before-it-begins']],
    ['are not after the project', { on: '2027-01-01', minutes: 1 }, ['on: in-future', 'on: after-it-ends']],
  ])('%s', (_case, hours, problems) =>
    expect(checkHours(hours, limits).map(({ path, problem }) => `${path.join('.')}: ${problem}`)).toEqual(problems),
  );
});

describe('taking part', () => {
  const service = useService(network, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const ask = (viewer: typeof aigul, query: string, input: object) => askAs(service.running, viewer, query, { input });

  it('is for running projects, once at a time, and ends when the person leaves', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    const [running, waiting, hidden] = await Promise.all(
      [ProjectStatus.RUNNING, ProjectStatus.APPROVED, ProjectStatus.SUBMITTED].map((status) =>
        givenProject(em, aigul, organisationId, { status }),
      ),
    );

    const joined = await ask(berik, JOIN, { projectId: running });
    const again = await ask(berik, JOIN, { projectId: running });
    const early = await ask(berik, JOIN, { projectId: waiting });
    const unseen = await ask(berik, JOIN, { projectId: hidden });
    const leave = `mutation ($input: LeaveProjectInput!) { leaveProject(input: $input) { ${REFUSED} } }`;
    const left = await ask(berik, leave, { projectId: running });
    const gone = await ask(berik, leave, { projectId: running });

    expect(joined.data.joinProject.participation).toEqual({
      id: expect.stringMatching(/^participation_/),
      leftAt: null,
      project: { id: running },
      person: { id: 'person_berik' },
    });
    expect(again.data.joinProject.__typename).toBe('AlreadyParticipating');
    expect(early.data.joinProject).toMatchObject({ __typename: 'ProjectNotRunning', status: 'APPROVED' });
    expect(unseen.data.joinProject.__typename).toBe('ProjectNotFound');
    expect([left.data.leaveProject.__typename, gone.data.leaveProject.__typename]).toEqual([
      'ParticipationSuccess',
      'NotParticipating',
    ]);
  });

  it('begins once for a person who joins many times at once', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    const personId = 'person_hasty';

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => joinProject(em(), { personId, idempotencyKey: null, projectId }, NOW)),
    );

    expect(outcomes.filter((one) => !('refusal' in one))).toHaveLength(1);
    expect(await rows('participation', personId)).toHaveLength(1);
  });

  it('is recorded in hours, which another one verifies, and which make the volunteer record', async () => {
    const { projectId, personId, viewer } = await givenVolunteer();
    const first = await record(viewer, { projectId, on: DAY, minutes: 90 });
    const second = await record(viewer, { projectId, on: '2026-10-08', minutes: 60 });
    const third = await record(viewer, { projectId, on: '2026-10-07', minutes: 30 });

    const verified = await ask(aigul, VERIFY, { hoursIds: [first.hours.id, second.hours.id] });

    expect(verified.data.verifyHours.hours).toEqual([
      { id: first.hours.id, status: 'VERIFIED' },
      { id: second.hours.id, status: 'VERIFIED' },
    ]);
    expect(third.hours.status).toBe('RECORDED');
    expect(await recordOf(viewer)).toEqual({
      hours: 2.5,
      verifiedMinutes: 150,
      awaitingMinutes: 30,
      projectCount: 1,
      since: '2026-10-08',
      until: DAY,
      projects: [{ hours: 2.5, project: { id: projectId } }],
      page: null,
    });
    const { data } = await askAs(
      service.running,
      nobody,
      `{ project(id: "${projectId}") {
      participantCount volunteerCount verifiedMinutes participations { totalCount } volunteerHours { totalCount }
    } }`,
    );
    expect(data.project).toEqual({
      participantCount: 1,
      volunteerCount: 1,
      verifiedMinutes: 150,
      participations: null,
      volunteerHours: null,
    });
    expect(await auditOf(service.running, 'verifyHours')).toMatchObject([
      { actor_id: 'person_aigul', subject_id: first.hours.id, changes: [{ from: 'RECORDED', to: 'VERIFIED' }] },
      { actor_id: 'person_aigul', subject_id: second.hours.id },
    ]);
    expect(await rows('volunteer_day', personId)).toHaveLength(3);
  });

  it('lets nobody verify hours of their own, nor strangers and administrators any; all or none', async () => {
    const { projectId, viewer, organisationId } = await givenVolunteer();
    const own = await joinAndRecord(aigul, projectId);
    const other = await record(viewer, { projectId, on: DAY, minutes: 60 });

    const both = await ask(aigul, VERIFY, { hoursIds: [own.hours.id, other.hours.id] });
    const strange = await ask(stranger, VERIFY, { hoursIds: [other.hours.id] });
    const office = await ask(ADMINISTRATOR, VERIFY, { hoursIds: [other.hours.id] });
    const empty = await ask(aigul, VERIFY, { hoursIds: [] });
    const statuses = await statusesOf(projectId);
    await ask(aigul, VERIFY, { hoursIds: [other.hours.id] });
    const twice = await ask(aigul, VERIFY, { hoursIds: [other.hours.id] });

    expect(both.data.verifyHours).toMatchObject({ __typename: 'OwnHours', hoursIds: [own.hours.id] });
    expect(strange.data.verifyHours).toMatchObject({ __typename: 'HoursNotFound', hoursIds: [other.hours.id] });
    expect(office.data.verifyHours.__typename).toBe('HoursNotFound');
    expect(empty.data.verifyHours.violations).toMatchObject([{ path: ['input', 'hoursIds'], code: 'EMPTY' }]);
    expect(statuses).toEqual(['RECORDED', 'RECORDED']);
    expect(twice.data.verifyHours).toMatchObject({ __typename: 'HoursDecided', hoursIds: [other.hours.id] });
    const forged = `update volunteer_hours set status = 'VERIFIED', decided_by_id = person_id, decided_at = now()
      where id = '${own.hours.id}'`;
    await expect(em().execute(forged)).rejects.toThrow('volunteer_hours_four_eyes');
    expect(organisationId).toMatch(/^organisation_/);
  });

  it('refuses more hours than a day has, over all projects, with the path and what is left', async () => {
    const { projectId, viewer, personId } = await givenVolunteer();
    const other = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    await ask(viewer, JOIN, { projectId: other });
    await record(viewer, { projectId, on: DAY, minutes: 1_000 });

    const over = await record(viewer, { projectId: other, on: DAY, minutes: 441 });
    const rest = await record(viewer, { projectId: other, on: DAY, minutes: 440 });
    const absurd = await record(viewer, { projectId, on: '2026-12-31', minutes: 1_441 });

    expect(over.violations).toEqual([
      {
        path: ['input', 'minutes'],
        code: 'OVER_A_DAY',
        message: 'A day has 24 hours: 440 more minutes can be recorded on this one.',
      },
    ]);
    expect(rest.hours.minutes).toBe(440);
    expect(absurd.violations.map(({ code }: { code: string }) => code)).toEqual(['IN_FUTURE', 'OVER_A_DAY']);
    expect(await rows('volunteer_hours', personId)).toHaveLength(2);
    expect(await rows('volunteer_day', personId)).toMatchObject([{ minutes: 1_440 }]);
  });

  it('keeps a day at 24 hours, whatever a person records at once', async () => {
    const { projectId, personId } = await givenVolunteer();
    const other = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    await joinProject(em(), { personId, idempotencyKey: null, projectId: other }, NOW);

    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordHours(
          em(),
          {
            personId,
            idempotencyKey: null,
            projectId: index % 2 ? projectId : other,
            hours: { on: DAY, minutes: 300 },
          },
          TODAY,
          NOW,
        ),
      ),
    );

    expect(outcomes.filter((one) => !('refusal' in one))).toHaveLength(4);
    const recorded = await rows('volunteer_hours', personId);
    expect(recorded.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1_200);
    expect(await rows('volunteer_day', personId)).toMatchObject([{ minutes: 1_200 }]);
    const beyond = `update volunteer_day set minutes = 1441 where person_id = '${personId}'`;
    await expect(em().execute(beyond)).rejects.toThrow('volunteer_day_has_24_hours');
  });

  it('frees the day again when hours are rejected or taken back, whatever is decided at once', async () => {
    const { projectId, personId, viewer } = await givenVolunteer();
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => (await record(viewer, { projectId, on: DAY, minutes: 100 })).hours.id),
    );
    const reject = {
      actorId: 'person_aigul',
      by: 'organisation',
      to: HoursStatus.REJECTED,
      reason: 'not seen',
    } as const;
    const withdraw = { actorId: personId, by: 'volunteer', to: HoursStatus.WITHDRAWN, reason: null } as const;

    const outcomes = await Promise.all(
      ids.flatMap((id, index) => [
        decideHours(em(), { ...reject, command: 'rejectHours', hoursIds: [id, ids[(index + 3) % 6] ?? id] }, NOW),
        decideHours(em(), { ...withdraw, command: 'withdrawHours', hoursIds: [id] }, NOW),
      ]),
    );

    expect(outcomes.every((one) => !('refusal' in one) || one.refusal === 'hours-decided')).toBe(true);
    const standing = (await rows('volunteer_hours', personId)).filter(({ status }) =>
      ['RECORDED', 'VERIFIED'].includes(status),
    );
    expect(await rows('volunteer_day', personId)).toMatchObject([{ minutes: standing.length * 100 }]);
    expect(standing).toHaveLength(0);
  });

  it('is for those who take part', async () => {
    const { projectId } = await givenVolunteer();

    const answer = await record(stranger, { projectId, on: DAY, minutes: 60 });

    expect(answer.__typename).toBe('NotParticipating');
    expect(await rows('volunteer_hours', 'person_stranger')).toEqual([]);
  });

  it('is shown in public by consent, and from the moment it is withdrawn no more', async () => {
    const { projectId, viewer, personId } = await givenVolunteer();
    const { hours } = await record(viewer, { projectId, on: DAY, minutes: 75 });
    await ask(aigul, VERIFY, { hoursIds: [hours.id] });
    const publish = `mutation ($input: PublishVolunteerRecordInput!) { publishVolunteerRecord(input: $input) {
      ${PROBLEMS} ... on VolunteerRecordSuccess { record { page { slug consentVersion } } }
    } }`;
    const blank = await ask(viewer, publish, { consentVersion: ' ' });
    const published = await ask(viewer, publish, { consentVersion: '2026-10' });
    const again = await ask(viewer, publish, { consentVersion: '2026-11' });
    const { slug } = published.data.publishVolunteerRecord.record.page;
    const page = `query ($slug: String!) { volunteerRecord(slug: $slug) {
      person { id } hours verifiedMinutes projectCount since projects { project { title { text } } }
    } }`;

    const open = await askAs(service.running, nobody, page, { slug });
    await askAs(service.running, viewer, 'mutation { withdrawVolunteerRecord { record { page { slug } } } }');
    const closed = await askAs(service.running, nobody, page, { slug });
    const anew = await ask(viewer, publish, { consentVersion: '2026-11' });

    expect(blank.data.publishVolunteerRecord.violations).toMatchObject([
      { path: ['input', 'consentVersion'], code: 'BLANK' },
    ]);
    expect(again.data.publishVolunteerRecord.record.page).toEqual({ slug, consentVersion: '2026-11' });
    expect(open.data.volunteerRecord).toEqual({
      person: { id: personId },
      hours: 1.25,
      verifiedMinutes: 75,
      projectCount: 1,
      since: DAY,
      projects: [{ project: { title: { text: 'Visits' } } }],
    });
    expect(closed.data.volunteerRecord).toBeNull();
    expect(anew.data.publishVolunteerRecord.record.page.slug).not.toBe(slug);
  });

  it("is told of to those concerned: the volunteer's own record to nobody else", async () => {
    const { viewer, personId, projectId } = await givenVolunteer();
    await record(viewer, { projectId, on: DAY, minutes: 75 });
    const project = `{ project(id: "${projectId}") { volunteerHours(status: [RECORDED]) { totalCount nodes { person { id } minutes } } } }`;

    const foreign = await askAs(service.running, stranger, RECORD_OF, { r: [{ __typename: 'Person', id: personId }] });
    const own = await askAs(service.running, aigul, project);

    expect(foreign.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    expect(own.data.project.volunteerHours).toEqual({
      totalCount: 1,
      nodes: [{ person: { id: personId }, minutes: 75 }],
    });
  });

  it.each([1, 3])('costs three statements for the hours of a project, %s of them', async (first) => {
    const { projectId, viewer } = await givenVolunteer();
    for (const on of ['2026-10-06', '2026-10-07', '2026-10-08']) await record(viewer, { projectId, on, minutes: 10 });

    const statements = await statementsOf(async () => {
      const { data } = await askAs(
        service.running,
        aigul,
        `query ($id: ID!, $first: Int!) { project(id: $id) {
          volunteerHours(first: $first) { totalCount nodes { on person { id } project { title { text } } } }
        } }`,
        { id: projectId, first },
      );
      expect(data.project.volunteerHours.nodes).toHaveLength(first);
    });

    expect(statements).toHaveLength(3);
  });

  let volunteers = 0;

  async function givenVolunteer() {
    volunteers += 1;
    const personId = `person_volunteer_${volunteers}`;
    const organisationId = await givenOrganisation(em, aigul);
    const projectId = await givenProject(em, aigul, organisationId);
    await joinProject(em(), { personId, idempotencyKey: null, projectId }, NOW);
    return { personId, viewer: participant(personId), organisationId, projectId };
  }

  async function record(viewer: typeof aigul, input: object) {
    const { data } = await ask(viewer, RECORD, input);
    return data.recordHours;
  }

  async function joinAndRecord(viewer: typeof aigul, projectId: string) {
    await ask(viewer, JOIN, { projectId });
    return record(viewer, { projectId, on: DAY, minutes: 60 });
  }

  async function recordOf(viewer: typeof aigul) {
    const r = [{ __typename: 'Person', id: viewer.personId }];
    const { data } = await askAs(service.running, viewer, RECORD_OF, { r });
    return data._entities[0].volunteerRecord;
  }

  async function statusesOf(projectId: string): Promise<string[]> {
    const found = await em().execute<{ status: string }[]>('select status from volunteer_hours where project_id = ?', [
      projectId,
    ]);
    return found.map(({ status }) => status);
  }

  function rows(table: string, personId: string): Promise<{ minutes: number; status: string }[]> {
    return em().execute(`select * from ${table} where person_id = ?`, [personId]);
  }
});

describe('an erased volunteer', () => {
  const service = useService(network, () => NOW);
  const em = () => service.running.database.orm.em.fork();

  it('takes no part any more, shows nothing, and is counted all the same', async () => {
    const personId = 'person_gone';
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    const viewer = participant(personId);
    await joinProject(em(), { personId, idempotencyKey: null, projectId }, NOW);
    const hours = { on: DAY, minutes: 60 };
    const recorded = await recordHours(em(), { personId, idempotencyKey: null, projectId, hours }, TODAY, NOW);
    if ('refusal' in recorded) throw new Error(recorded.refusal);
    const verify = { actorId: 'person_aigul', by: 'organisation', command: 'verifyHours', reason: null } as const;
    await decideHours(em(), { ...verify, hoursIds: [recorded.hoursId], to: HoursStatus.VERIFIED }, NOW);
    await askAs(
      service.running,
      viewer,
      'mutation { publishVolunteerRecord(input: { consentVersion: "1" }) { __typename } }',
    );

    const event = { id: 'event_0', type: 'ErasureRequested', occurredAt: NOW.getTime() };
    const payload = { personId, erasureId: 'erasure_0' };
    const erase = network.handlers.ErasureRequested;
    const { keys } = await import('../support/database.ts').then(({ TEST_KEYS }) => ({ keys: TEST_KEYS }));
    await em().transactional((tx) => erase?.(tx, { ...event, payload }, NOW, keys) ?? Promise.resolve());

    const { data } = await askAs(
      service.running,
      nobody,
      `{ project(id: "${projectId}") { participantCount volunteerCount verifiedMinutes } }`,
    );
    expect(data.project).toEqual({ participantCount: 0, volunteerCount: 1, verifiedMinutes: 60 });
    const pages = await em().execute('select from volunteer_record_page where person_id = ?', [personId]);
    expect(pages).toEqual([]);
    await expect(joinProject(em(), { personId, idempotencyKey: null, projectId }, NOW)).rejects.toThrow('is erased');
    expect(await leaveProject(em(), { personId, projectId }, NOW)).toEqual({ refusal: 'not-participating' });
  });
});
