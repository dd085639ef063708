import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useReceiver } from '../placements/partner/receiver.ts';
import { operation } from '../support/operations.ts';
import { textOf } from '../support/pdf.ts';
import { transports } from '../support/portal.ts';
import {
  act,
  advance,
  apply,
  asKenyaReads,
  beginPlacementStory,
  type Client,
  chosen,
  demoOpening,
  mailsAbout,
  type PlacementStory,
  reports,
  send,
  setsOut,
} from './placement-story.ts';

const CHILDREN = demoOpening('KE/children');
const MUSEUM = demoOpening('TH/culture');
const RESCUE = demoOpening('TR/rescue');
const receiver = useReceiver();

describe.each(transports)('a volunteer, from search to certificate, subgraphs %s', (transport) => {
  let story: PlacementStory;
  let reserve: Client;
  let secret: string;
  let applicationId: string;
  let museumId: string;
  let reserveId: string;
  let deploymentId: string;
  let number: string;
  beforeAll(async () => {
    story = await beginPlacementStory(transport);
    const [person] = await story.portal.givenPeople(1);
    reserve = story.portal.as(person?.token ?? '');
    const input = { country: 'KE', url: receiver.url, events: ['DEPLOYMENT_CHANGED'] };
    const seen = '... on RegisterWebhookSuccess { secret webhook { status } }';
    ({ secret } = await act(story.kenya, 'registerWebhook', input, seen));
  });
  afterAll(() => story?.close());

  it('finds an opening by a word of its title, and hears which ones they qualify for, and why not', async () => {
    const found = await story.portal.ask(operation('02-openings'), {
      filter: { countries: ['KE'], search: 'carer' },
      locale: 'en',
    });
    const asked = async (openingId: string) =>
      (await story.volunteer.ask(operation('09-eligibility'), { openingId })).data.opening.eligibility;
    const [children, rescue] = [await asked(CHILDREN), await asked(RESCUE)];

    expect(found.errors).toEqual([]);
    expect(found.data.openings.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(CHILDREN);
    expect(children.eligible).toBe(true);
    expect(rescue.eligible).toBe(false);
    expect(rescue.rules.filter(({ met }: { met: boolean }) => !met)).toEqual([
      {
        rule: 'MAXIMUM_AGE',
        met: false,
        explanation: 'You can be at most 35 on the first day of service.',
      },
      { rule: 'LANGUAGE', met: false, explanation: expect.stringContaining('Turkish') },
      { rule: 'SKILL', met: false, explanation: expect.stringContaining('first-aid') },
      { rule: 'SKILL', met: false, explanation: expect.stringContaining('climbing') },
    ]);
  });

  it('applies for two, is preferred for both, and somebody else is kept in reserve for one', async () => {
    applicationId = await apply(story.volunteer, CHILDREN);
    museumId = await apply(story.volunteer, MUSEUM);
    reserveId = await apply(reserve, MUSEUM);
    story.at('2026-04-01T08:00:00.000Z');
    const toHost = ['LONGLISTED', 'SHORTLISTED', 'WITH_HOST', 'ASSESSED'];
    await advance(story.desk, museumId, ...toHost, 'PREFERRED');
    await advance(story.desk, reserveId, ...toHost, 'RESERVE');

    const { data } = await reserve.ask(operation('05-my-portal'), { locale: 'en' });
    expect(data.me.applications.nodes).toMatchObject([{ id: reserveId, status: 'RESERVE' }]);
  });

  it('is chosen and cleared, and accepts: their other application ends, and its reserve moves up', async () => {
    const offerId = await chosen(story, applicationId);
    const accepted = await send(story.volunteer, '10-accept-placement', { offerId });

    expect(accepted).toEqual({
      __typename: 'AcceptPlacementSuccess',
      deployment: { id: expect.any(String), status: 'PREPARING', startsOn: '2026-06-01', endsOn: '2026-11-30' },
      withdrawnApplications: [{ id: museumId, status: 'WITHDRAWN' }],
    });
    deploymentId = accepted.deployment.id;
    const { data } = await reserve.ask(operation('05-my-portal'), { locale: 'en' });
    expect(data.me.applications.nodes).toMatchObject([{ id: reserveId, status: 'PREFERRED' }]);
    await kenyaHears('PREPARING');
    expect((await asKenyaReads(story)).deployments.nodes).toMatchObject([
      { id: deploymentId, status: 'PREPARING', opening: { id: CHILDREN }, nextReportDueOn: null },
    ]);
  });

  it('sets out, and serves once the host confirms it, with reports to write', async () => {
    story.at('2026-05-25T08:00:00.000Z');
    await setsOut(story, deploymentId, '2026-05-30');
    story.at('2026-06-01T08:00:00.000Z');
    const entry = { deploymentId, on: '2026-06-02' };
    const early = await send(story.host, '10-confirm-entry-on-duty', entry);
    const entered = await send(story.host, '10-confirm-entry-on-duty', { ...entry, on: '2026-06-01' });

    expect(early).toMatchObject({ code: 'INVALID_INPUT', message: 'This day has not come yet.' });
    expect(entered.deployment.status).toBe('SERVING');
    expect(entered.deployment.reports.map(({ kind, dueOn }: Report) => [kind, dueOn])).toEqual([
      ['ARRIVAL', '2026-06-15'],
      ['PERIODIC', '2026-09-14'],
      ['FINAL', '2026-12-14'],
      ['HOST_EVALUATION', '2026-12-14'],
    ]);
    // Ready, travelling, serving.
    await mailsAbout(story, deploymentId, 3);
    await kenyaHears('READY', 'TRAVELLING', 'SERVING');
    const kenya = await asKenyaReads(story);
    expect(kenya.placementStatistics).toMatchObject({ deployed: 1, serving: 1, completed: 0 });
    expect(kenya.deployments.nodes).toMatchObject([
      { status: 'SERVING', nextReportDueOn: '2026-06-15', volunteer: { displayName: 'Данияр Әбдіров' } },
    ]);
  });

  it('writes reports, of which one comes back and is corrected', async () => {
    story.at('2026-06-10T08:00:00.000Z');
    const arrival = await reportOf('ARRIVAL');
    await send(story.volunteer, '10-file-report', { reportId: arrival, text: 'Arrived.' });
    const returned = await act(story.desk, 'returnReport', { reportId: arrival, note: 'Where do you live?' });
    expect(returned.__typename).toBe('ReturnReportSuccess');
    await reports(story, story.volunteer, arrival);
    story.at('2026-09-01T08:00:00.000Z');
    await reports(story, story.volunteer, await reportOf('PERIODIC'));
    story.at('2026-11-20T08:00:00.000Z');
    await reports(story, story.volunteer, await reportOf('FINAL'));
    await reports(story, story.host, await reportOf('HOST_EVALUATION'));

    const late = await send(story.volunteer, '10-file-report', { reportId: arrival, text: 'Once more.' });
    expect(late.code).toBe('INVALID_TRANSITION');
  });

  it('completes service on the last day, and not with anything undone', async () => {
    const tick = (by: Client, ...items: readonly string[]) =>
      Promise.all(items.map((item) => act(by, 'tickCompletionItem', { deploymentId, item })));
    story.at('2026-11-30T08:00:00.000Z');
    await tick(story.volunteer, 'WORK_HANDED_OVER', 'PROPERTY_RETURNED', 'RETURN_TRAVEL_CONFIRMED');
    await tick(story.host, 'SERVICE_CONFIRMED');
    const ending = { deploymentId, ending: 'COMPLETED', on: '2026-11-30' };
    const undone = await send(story.desk, '10-end-deployment', ending);
    const checklist = ['ADVANCES_SETTLED', 'RETURN_TICKET_ISSUED'].map((item) => ({ item, done: true }));
    const early = await send(story.desk, '10-end-deployment', { ...ending, on: '2026-11-29', checklist });
    const ended = await send(story.desk, '10-end-deployment', { ...ending, checklist });

    expect(undone).toMatchObject({
      __typename: 'ChecklistIncomplete',
      missing: ['ADVANCES_SETTLED', 'RETURN_TICKET_ISSUED'],
    });
    expect(early.__typename).toBe('TooEarlyToComplete');
    expect(ended.deployment).toMatchObject({ status: 'COMPLETED', certificate: { number: expect.any(String) } });
    number = ended.deployment.certificate.number;
    await kenyaHears('COMPLETED');
    expect((await asKenyaReads(story)).placementStatistics).toMatchObject({ deployed: 1, serving: 0, completed: 1 });
  });

  it('holds a certificate, which anyone verifies by its number until it is revoked', async () => {
    const verify = async () =>
      (await story.portal.ask(operation('11-verify-certificate'), { number })).data.certificate;
    // The name comes from another service.
    await vi.waitFor(async () => expect((await verify()).holderInitials).toBe('D. A.'), { timeout: 15_000 });
    const mine = await story.volunteer.ask(operation('05-my-portal'), { locale: 'en' });
    const [deployment] = mine.data.me.deployments.nodes;
    const path = new URL(deployment.certificate.url).pathname;
    const token = await story.portal.signIn('volunteer@demo.erikti.example');
    const download = await fetch(`${story.portal.url}${path}?language=en`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const stranger = await fetch(`${story.portal.url}${path}`);

    const valid = await verify();
    const revoked = await act(story.desk, 'revokeCertificate', { number, reason: 'Issued in error' });

    expect(download.headers.get('content-type')).toBe('application/pdf');
    const text = await textOf(new Uint8Array(await download.arrayBuffer()));
    for (const said of ['Әбдіров Данияр', 'ABDIROV Daniyar', number, 'Kenya']) expect(text).toContain(said);
    expect(stranger.status).toBe(401);
    expect(valid).toEqual({
      number,
      status: 'VALID',
      issuedOn: '2026-11-30',
      kind: 'FULL',
      holderInitials: 'D. A.',
      country: { code: 'KE', name: 'Kenya' },
      startsOn: '2026-06-01',
      endsOn: '2026-11-30',
    });
    expect(revoked.__typename).toBe('RevokeCertificateSuccess');
    expect((await verify()).status).toBe('REVOKED');
  });

  /** Waits until Kenya's receiver has been told of steps, each signed with the webhook's secret. */
  async function kenyaHears(...steps: readonly string[]): Promise<void> {
    await vi.waitFor(() => expect(receiver.received).toHaveLength(steps.length), { timeout: 20_000, interval: 100 });
    const told = receiver.received.map(({ headers, body }) => {
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
      return JSON.parse(body).data.status;
    });
    expect(told.toSorted()).toEqual(steps.toSorted());
  }

  async function reportOf(kind: string): Promise<string> {
    const { data } = await story.host.ask('query ($id: ID!) { deployment(id: $id) { reports { id kind } } }', {
      id: deploymentId,
    });
    return data.deployment.reports.find((report: Report) => report.kind === kind).id;
  }
});

interface Report {
  readonly id: string;
  readonly kind: string;
  readonly dueOn: string;
}
