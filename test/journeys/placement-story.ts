import { expect, vi } from 'vitest';
import { namedId } from '../../services/shared/ids.ts';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, type TransportName } from '../support/portal.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

/** Somebody who is signed in. */
export type Client = ReturnType<Portal['as']>;

/** The people of a placement, on a portal whose days pass as the story goes. */
export interface PlacementStory {
  readonly portal: Portal;
  readonly volunteer: Client;
  readonly desk: Client;
  readonly host: Client;
  /** Kenya's own system. */
  readonly kenya: Client;
  /** It is this moment from now on. */
  at(instant: string): void;
  close(): Promise<void>;
}

/** Opens the portal with the demonstration's people in spring 2026. */
export async function beginPlacementStory(transport: TransportName): Promise<PlacementStory> {
  let now = new Date('2026-03-02T08:00:00.000Z');
  const portal = await openPortal(transport, { now: () => now, privateAddresses: true });
  const as = async (name: string) => portal.as(await portal.signIn(`${name}@demo.erikti.example`));
  const [volunteer, desk, host, admin] = [
    await as('volunteer'),
    await as('placements'),
    await as('host.ke'),
    await as('admin'),
  ];
  const { key: secret } = await send(admin, '16-create-api-client', { name: 'Kenya', country: 'KE' });
  const key = { 'x-api-key': secret };
  return {
    portal,
    volunteer,
    desk,
    host,
    kenya: { ask: (query, variables) => portal.ask(query, variables, key) },
    at: (instant) => {
      now = new Date(instant);
    },
    close: () => portal.close(),
  };
}

/** What a published operation answers, nothing having gone wrong. */
export async function send(by: Client, name: string, input: object) {
  const { data, errors } = await by.ask(operation(name), { input });
  expect(errors).toEqual([]);
  const [field = ''] = Object.keys(data);
  return data[field];
}

/** Does something for which there is no published operation; answers what it is asked for beside refusals. */
export async function act(by: Client, mutation: string, input: object, seen = '', type = inputOf(mutation)) {
  const asked = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on UserError { code message } ${seen} } }`;
  const { data, errors } = await by.ask(asked, { input });
  expect(errors).toEqual([]);
  return data[mutation];
}

function inputOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}

export function demoOpening(key: string): string {
  return namedId('opening', `demo/${key}`);
}

/** Applies, as somebody of fifty who speaks English well and some Swahili. */
export async function apply(by: Client, openingId: string): Promise<string> {
  const input = {
    openingId,
    motivation: 'To help where hands are missing.',
    availableFrom: '2026-06-01',
    languages: [
      { language: 'en', level: 'C1' },
      { language: 'sw', level: 'A2' },
    ],
    skills: [],
    birthDate: '1974-11-02',
    citizenship: 'KZ',
  };
  const { application } = await send(by, '09-apply-to-opening', input);
  expect(application.status).toBe('SUBMITTED');
  return application.id;
}

/** Takes an application through the steps one by one. */
export async function advance(by: Client, applicationId: string, ...steps: readonly string[]): Promise<void> {
  for (const to of steps) {
    const answer = await send(by, '10-advance-application', { applicationId, to });
    expect(answer).toMatchObject({ __typename: 'AdvanceApplicationSuccess', application: { status: to } });
  }
}

export async function clear(by: Client, applicationId: string, ...kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    const verdict = { applicationId, kind, status: 'PASSED', validUntil: '2027-12-31', issuedBy: 'A body' };
    expect((await send(by, '10-record-clearance', verdict)).__typename).toBe('RecordClearanceSuccess');
  }
}

/** The host looks at a candidate it has no interest in, and prefers them. */
export async function prefer({ host }: PlacementStory, applicationId: string): Promise<void> {
  await act(host, 'declareInterest', { applicationId, hasConflict: false });
  const assessment = { applicationId, method: 'INTERVIEW', score: 5, recommendation: 'PREFER' };
  expect((await act(host, 'assessApplication', assessment)).__typename).toBe('AssessApplicationSuccess');
  await advance(host, applicationId, 'PREFERRED');
}

/** From application to an offer, for an opening that works with people. Answers the ID of the offer. */
export async function chosen(story: PlacementStory, applicationId: string): Promise<string> {
  const { desk } = story;
  await advance(desk, applicationId, 'LONGLISTED', 'SHORTLISTED');
  await clear(desk, applicationId, 'POLICE_RECORD');
  await advance(desk, applicationId, 'WITH_HOST');
  await prefer(story, applicationId);
  await clear(desk, applicationId, 'REFERENCES', 'MEDICAL', 'VISA', 'INSURANCE');
  const { application } = await send(desk, '10-offer-placement', { applicationId });
  return application.offer.id;
}

/** Makes a volunteer ready, and has them travel. They hear of each. */
export async function setsOut(story: PlacementStory, deploymentId: string, departsOn: string): Promise<void> {
  const seen = '... on DeploymentSuccess { deployment { status } }';
  const ready = await act(story.desk, 'makeReady', { deploymentId }, seen, 'DeploymentActInput');
  expect(ready.deployment?.status).toBe('READY');
  await mailsAbout(story, deploymentId, 1);
  const travel = await act(story.desk, 'orderTravel', { deploymentId, departsOn }, seen);
  expect(travel.deployment?.status).toBe('TRAVELLING');
  await mailsAbout(story, deploymentId, 2);
}

/** Writes a report and has it accepted. */
export async function reports({ desk }: PlacementStory, by: Client, reportId: string): Promise<void> {
  const filed = await send(by, '10-file-report', { reportId, text: 'All is well.', hoursServed: 120 });
  expect(filed.report?.status).toBe('SUBMITTED');
  const accepted = await act(desk, 'acceptReport', { reportId });
  expect(accepted.__typename).toBe('AcceptReportSuccess');
}

/** What Kenya reads of the year's deployments and figures, by its key. */
export async function asKenyaReads({ kenya }: PlacementStory) {
  const { data, errors } = await kenya.ask(operation('03-partner-placements'), {
    country: 'KE',
    year: 2026,
    first: 20,
  });
  expect(errors).toEqual([]);
  return data.country;
}

/** How many mails about something have been written, waiting for them to be. */
export async function mailsAbout({ portal }: PlacementStory, about: string, count: number): Promise<void> {
  const written = () =>
    asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        `select 1 from jobs.job where data ->> 'type' = 'NoticeDue' and data -> 'payload' ->> 'about' = $1`,
        [about],
      );
      return rows.length;
    });
  await vi.waitFor(async () => expect(await written()).toBe(count), { timeout: 15_000, interval: 100 });
}
