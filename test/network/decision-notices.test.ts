import { describe, expect, it } from 'vitest';
import { decisionNotices } from '../../services/network/notice/decision-notices.ts';
import { moveOrganisation } from '../../services/network/organisation/move-organisation.ts';
import { OrganisationStatus } from '../../services/network/organisation/organisation.rules.ts';
import { joinProject } from '../../services/network/participation/join-project.ts';
import { moveProject } from '../../services/network/project/move-project.ts';
import { ProjectStatus } from '../../services/network/project/project.rules.ts';
import { marathonId } from '../../services/network/seed/campaigns.ts';
import { network } from '../../services/network/subgraph.ts';
import type { Viewer } from '../../services/shared/access/access.rules.ts';
import { newId } from '../../services/shared/ids.ts';
import { openNotice } from '../../services/shared/mail/notice.ts';
import { askAs } from '../support/ask-as.ts';
import { TEST_KEYS, useService } from '../support/database.ts';
import { ADMINISTRATOR } from './ask-network.ts';
import { aigul, berik, givenOrganisation, givenProject, NOW } from './registers.ts';

const service = useService(network, () => NOW);
const em = () => service.running.database.orm.em.fork();
const step = { reason: null, expectedVersion: null };

/** Hands over what was last published of a type, and returns the mails that are sent because of it. */
async function mailsAbout(type: string) {
  const [moved] = await em().execute<{ payload: Record<string, string> }[]>(
    'select payload from outbox_event where type = ? order by id desc limit 1',
    [type],
  );
  const handle = decisionNotices[type];
  if (!moved || !handle) throw new Error(`nothing handles ${type}`);
  await em().execute(`delete from outbox_event where type = 'NoticeDue'`);
  const event = { id: newId('event'), type, occurredAt: NOW.getTime(), payload: moved.payload };
  await em().transactional((tx) => handle(tx, event, NOW, TEST_KEYS));
  const sent = await em().execute<{ payload: Record<string, string> }[]>(
    `select payload from outbox_event where type = 'NoticeDue' order by id`,
  );
  return sent.map(({ payload: { personId, about = '', sealed = '' } }) => {
    const { subject, paragraphs } = openNotice(TEST_KEYS, { about, sealed });
    return { personId, subject: subject.en, text: paragraphs.map(({ en }) => en) };
  });
}

const organisationMoved = (viewer: Viewer, organisationId: string, to: OrganisationStatus, reason: string | null) =>
  moveOrganisation(em(), { ...step, viewer, command: 'given', organisationId, to, reason }, NOW);
const projectMoved = (viewer: Viewer, projectId: string, to: ProjectStatus, reason: string | null) =>
  moveProject(em(), { ...step, viewer, command: 'given', projectId, to, reason }, NOW);

describe('those who represent an organisation hear', () => {
  it('that it is in the register', async () => {
    await givenOrganisation(em, aigul);

    expect(await mailsAbout('OrganisationMoved')).toEqual([
      {
        personId: 'person_aigul',
        subject: '“Helpers” is in the register',
        text: ['In its name you can now submit projects and file good deeds.'],
      },
    ]);
  });

  it('that it is out of it, and why', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    await organisationMoved(ADMINISTRATOR, organisationId, OrganisationStatus.SUSPENDED, 'no report for a year');

    expect(await mailsAbout('OrganisationMoved')).toEqual([
      {
        personId: 'person_aigul',
        subject: '“Helpers” is out of the register for a time',
        text: ['Those who keep the register decided so. More is in the portal.', 'Reason: no report for a year'],
      },
    ]);
  });

  it('nothing of what they did themselves', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    await organisationMoved(aigul, organisationId, OrganisationStatus.CLOSED, null);

    expect(await mailsAbout('OrganisationMoved')).toEqual([]);
  });

  it('nothing of a decision that does not stand any more', async () => {
    const organisationId = await givenOrganisation(em, aigul);
    await em().execute(`update organisation set status = 'SUSPENDED' where id = ?`, [organisationId]);

    expect(await mailsAbout('OrganisationMoved')).toEqual([]);
  });

  it('that their project may start', async () => {
    await givenProject(em, aigul, await givenOrganisation(em, aigul), { status: ProjectStatus.APPROVED });

    expect(await mailsAbout('ProjectMoved')).toMatchObject([
      { personId: 'person_aigul', subject: 'The project “Visits” is approved' },
    ]);
  });

  it('what became of a grant', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    const apply = `mutation ($input: ApplyForGrantInput!) { applyForGrant(input: $input) { ... on SmallGrantSuccess { grant { id } } } }`;
    const decide = `mutation ($input: DecideGrantInput!) { decideGrant(input: $input) { __typename } }`;
    const { data } = await askAs(service.running, aigul, apply, {
      input: { projectId, amount: { currency: 'KZT', minorUnits: 100 }, purpose: [{ locale: 'en', text: 'Tools' }] },
    });
    const grantId = data.applyForGrant.grant.id;
    await askAs(service.running, ADMINISTRATOR, decide, {
      input: { grantId, decision: 'REJECTED', reason: 'no budget left' },
    });

    expect(await mailsAbout('GrantMoved')).toMatchObject([
      {
        personId: 'person_aigul',
        subject: 'Small grant for “Visits”: not granted',
        text: [expect.any(String), 'Reason: no budget left'],
      },
    ]);
  });
});

describe('volunteers hear', () => {
  it('that a project they take part in does not take place, whoever cancels it', async () => {
    const projectId = await givenProject(em, aigul, await givenOrganisation(em, aigul));
    await joinProject(em(), { personId: 'person_berik', idempotencyKey: null, projectId }, NOW);

    await projectMoved(aigul, projectId, ProjectStatus.CANCELLED, null);

    expect(await mailsAbout('ProjectMoved')).toEqual([
      {
        personId: 'person_berik',
        subject: 'The project “Visits” does not take place',
        text: ['You take part in this project. The hours you recorded are kept.'],
      },
    ]);
  });

  it('that their deed counts', async () => {
    const file = `mutation ($input: FileDeedInput!) { fileDeed(input: $input) { ... on DeedSuccess { deed { id } } } }`;
    const moderate = `mutation ($input: ModerateDeedInput!) { moderateDeed(input: $input) { __typename } }`;
    const { data } = await askAs(service.running, berik, file, {
      input: {
        campaignId: marathonId(2025),
        on: '2025-05-05',
        regionCode: 'KZ-75',
        place: 'A park',
        sector: 'SOCIAL',
        participants: 2,
      },
    });
    await askAs(service.running, ADMINISTRATOR, moderate, {
      input: { deedId: data.fileDeed.deed.id, decision: 'APPROVED' },
    });

    expect(await mailsAbout('DeedMoved')).toEqual([
      {
        personId: 'person_berik',
        subject: 'Marathon of Good Deeds: your good deed counts',
        text: ['Thank you for your good deed.'],
      },
    ]);
  });
});
