import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operation } from '../support/operations.ts';
import { transports } from '../support/portal.ts';
import { placesOf } from '../support/whole-database.ts';
import {
  advance,
  apply,
  asKenyaReads,
  beginPlacementStory,
  type Client,
  chosen,
  clear,
  demoOpening,
  mailsAbout,
  type PlacementStory,
  reports,
  send,
  setsOut,
} from './placement-story.ts';

const CHILDREN = demoOpening('KE/children');
const ENTITLEMENTS = [
  { kind: 'ENTRY_LUMP_SUM', amount: 60_000, currency: 'USD', change: 'KEPT' },
  // Three months begun of six.
  { kind: 'MONTHLY_ALLOWANCE', amount: 270_000, currency: 'USD', change: 'PRORATED' },
  { kind: 'TRAVEL', amount: null, currency: null, change: 'KEPT' },
  { kind: 'TRAVEL', amount: null, currency: null, change: 'ADDED' },
  { kind: 'INSURANCE', amount: null, currency: null, change: 'KEPT' },
  // 76 days of 183.
  { kind: 'EXIT_ALLOWANCE', amount: 12_459, currency: 'USD', change: 'PRORATED' },
];

describe.each(transports)('a volunteer who returns early for their health, subgraphs %s', (transport) => {
  let story: PlacementStory;
  let reserve: Client;
  let reserveId: string;
  let deploymentId: string;
  let number: string;
  const ending = () => ({ deploymentId, ending: 'EARLY_RETURN_MEDICAL', on: '2026-08-15' });
  beforeAll(async () => {
    story = await beginPlacementStory(transport);
    const [person] = await story.portal.givenPeople(1);
    reserve = story.portal.as(person?.token ?? '');
    const applicationId = await apply(story.volunteer, CHILDREN);
    reserveId = await apply(reserve, CHILDREN);
    await advance(story.desk, reserveId, 'LONGLISTED', 'SHORTLISTED');
    await clear(story.desk, reserveId, 'POLICE_RECORD');
    await advance(story.desk, reserveId, 'WITH_HOST', 'ASSESSED', 'RESERVE');
    const offerId = await chosen(story, applicationId);
    const accepted = await send(story.volunteer, '10-accept-placement', { offerId });
    deploymentId = accepted.deployment.id;
    story.at('2026-05-25T08:00:00.000Z');
    await setsOut(story, deploymentId, '2026-05-30');
    story.at('2026-06-01T08:00:00.000Z');
    const entered = await send(story.host, '10-confirm-entry-on-duty', { deploymentId, on: '2026-06-01' });
    await mailsAbout(story, deploymentId, 3);
    story.at('2026-06-10T08:00:00.000Z');
    await reports(story, story.volunteer, entered.deployment.reports[0].id);
    story.at('2026-08-15T08:00:00.000Z');
  });
  afterAll(() => story?.close());

  it('is shown what follows, which changes nothing', async () => {
    const preview = await story.volunteer.ask(operation('10-ending-preview'), ending());

    expect(preview.errors).toEqual([]);
    expect(preview.data.deployment.endingPreview).toEqual({
      certificateKind: 'PARTIAL',
      reportsDue: [{ kind: 'HOST_EVALUATION', dueOn: '2026-08-29' }],
      entitlements: ENTITLEMENTS,
    });
    expect(await mine()).toMatchObject({ status: 'SERVING', certificate: null });
  });

  it('returns without a word about health, which is refused and kept nowhere', async () => {
    const told = await send(story.desk, '10-end-deployment', { ...ending(), reason: 'Tropical malaria' });
    expect(told).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    expect(await mine()).toMatchObject({ status: 'SERVING' });

    const ended = await send(story.desk, '10-end-deployment', ending());

    expect(ended.deployment).toEqual({
      id: deploymentId,
      status: 'EARLY_RETURN_MEDICAL',
      certificate: { number: expect.any(String) },
    });
    number = ended.deployment.certificate.number;
    expect(await placesOf(story.portal.owner, ['malaria'])).toEqual([]);
  });

  it('owes what was previewed, and holds a partial certificate that says nothing of why', async () => {
    const deployment = await mine();
    const { data, errors } = await story.portal.ask(operation('11-verify-certificate'), { number });

    expect(deployment.reports.map(({ kind, dueOn, status }: Report) => [kind, dueOn, status])).toEqual([
      ['ARRIVAL', '2026-06-15', 'ACCEPTED'],
      ['HOST_EVALUATION', '2026-08-29', 'DUE'],
    ]);
    expect(errors).toEqual([]);
    expect(data.certificate).toMatchObject({
      status: 'VALID',
      kind: 'PARTIAL',
      issuedOn: '2026-08-15',
      startsOn: '2026-06-01',
      endsOn: '2026-08-15',
    });
  });

  it('leaves a place that goes to the reserve, and hears of the end by mail', async () => {
    const page = async () =>
      (await reserve.ask(operation('05-my-portal'), { locale: 'en' })).data.me.applications.nodes;
    await vi.waitFor(async () => expect(await page()).toMatchObject([{ id: reserveId, status: 'PREFERRED' }]), {
      timeout: 15_000,
      interval: 100,
    });
    await mailsAbout(story, deploymentId, 4);
    expect((await asKenyaReads(story)).placementStatistics).toMatchObject({ deployed: 1, serving: 0, endedEarly: 1 });
  });

  it('has the host’s word taken after the end', async () => {
    const { data } = await story.host.ask('query ($id: ID!) { deployment(id: $id) { reports { id kind } } }', {
      id: deploymentId,
    });
    await reports(story, story.host, data.deployment.reports.find(({ kind }: Report) => kind === 'HOST_EVALUATION').id);

    expect((await asKenyaReads(story)).deployments.nodes).toMatchObject([{ id: deploymentId, nextReportDueOn: null }]);
  });

  /** The deployment, as the volunteer's own page has it. */
  async function mine() {
    const { data, errors } = await story.volunteer.ask(operation('05-my-portal'), { locale: 'en' });
    expect(errors).toEqual([]);
    return data.me.deployments.nodes[0];
  }
});

interface Report {
  readonly id: string;
  readonly kind: string;
  readonly dueOn: string;
  readonly status: string;
}
