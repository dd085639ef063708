import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendDue } from '../../../services/placements/partner/webhook/delivery/send-due.ts';
import { takeDue } from '../../../services/placements/partner/webhook/delivery/take-due.ts';
import { forgetDeliveries } from '../../../services/placements/partner/webhook/delivery/webhook-upkeep.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import type { DomainEvent } from '../../../services/shared/events/event.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { silentLog } from '../../support/constants.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { partnerOf } from '../given.ts';
import {
  askPlacements,
  deliver,
  deploymentMoved,
  type GivenOpening,
  givenDeployment,
  givenOpening,
  openingMoved,
} from './given.ts';
import { useReceiver } from './receiver.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const REGISTER = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
  __typename
  ... on RegisterWebhookSuccess { secret webhook { id status url events allowedTransitions } }
  ... on InvalidInput { violations { path code } }
  ... on UserError { code message }
} }`;
const WEBHOOKS = `query ($country: CountryCode!) { webhooks(country: $country) { nodes {
  id status failingSince deliveries { nodes { id event status nextAttemptAt attempts { statusCode error } } }
} } }`;

// Signatures are checked against the clock of the machine.
let now = new Date();
const service = useService(placements, () => now, { privateAddresses: true });
const receiver = useReceiver();
/** Each test has a country of its own. */
const countries = [
  'BA',
  'BB',
  'BD',
  'BE',
  'BF',
  'BG',
  'BH',
  'BI',
  'BJ',
  'BN',
  'BO',
  'BR',
  'BS',
  'BT',
  'BW',
  'BY',
  'BZ',
  'CA',
  'CF',
  'CG',
  'CH',
  'CI',
  'CL',
  'CM',
  'CN',
  'CO',
  'CR',
  'CU',
];
let country = '';
let partner: Viewer;
let opening: GivenOpening;
beforeEach(async () => {
  now = new Date();
  await em().execute('delete from webhook');
  country = countries.pop() ?? '';
  partner = partnerOf(country);
  opening = await givenOpening(service.running, country);
});

describe('registering a webhook', () => {
  it('asks whether it is there, and it is active once it says the word', async () => {
    const answer = await register();
    const before = await mine();
    await send();

    expect(answer).toEqual({
      __typename: 'RegisterWebhookSuccess',
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      webhook: {
        id: expect.stringMatching(/^webhook_/),
        status: 'UNVERIFIED',
        url: `${receiver.url}/hooks`,
        events: ['OPENING_CHANGED', 'DEPLOYMENT_CHANGED'],
        allowedTransitions: ['UNVERIFIED'],
      },
    });
    expect(before.deliveries.nodes).toMatchObject([{ event: 'webhook.verification', status: 'PENDING' }]);
    expect(await mine()).toMatchObject({
      status: 'ACTIVE',
      deliveries: { nodes: [{ status: 'DELIVERED', attempts: [{ statusCode: 200, error: null }] }] },
    });
  });

  it('leaves one that does not say the word unverified: it is told of nothing, until it is asked again', async () => {
    receiver.echoes = false;
    const { webhook } = await register();
    for (const pause of [0, 5 * SECOND, MINUTE, 5 * MINUTE, DAY]) {
      now = new Date(now.getTime() + pause);
      await send();
    }
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    const silent = await mine();
    receiver.echoes = true;
    await step('resumeWebhook', webhook.id);
    await send();

    expect(silent).toMatchObject({ status: 'UNVERIFIED', failingSince: null });
    expect(silent.deliveries.nodes).toEqual([
      {
        id: expect.any(String),
        event: 'webhook.verification',
        status: 'FAILED',
        nextAttemptAt: null,
        attempts: Array.from({ length: 4 }, () => ({ statusCode: 200, error: 'CHALLENGE_NOT_ECHOED' })),
      },
    ]);
    expect(receiver.received).toEqual([]);
    expect((await mine()).status).toBe('ACTIVE');
  });

  it('is answered the same for the same key, and shows the secret once', async () => {
    const first = await register({ idempotencyKey: 'one' });
    const again = await register({ idempotencyKey: 'one' });
    const other = await register({ idempotencyKey: 'one', url: `${receiver.url}/other` });

    expect(again.webhook.id).toBe(first.webhook.id);
    expect(again.secret).toBe(null);
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('keeps one for each address, and ten for a country, whoever is quicker', async () => {
    const same = await Promise.all(Array.from({ length: 4 }, () => register()));
    const more = await Promise.all(
      Array.from({ length: 14 }, (_one, index) => register({ url: `${receiver.url}/${index}` })),
    );

    const names = [...same, ...more].map(({ __typename }) => __typename);
    expect(
      Object.fromEntries(
        Map.groupBy(names, (name) => name)
          .entries()
          .map(([name, all]) => [name, all.length]),
      ),
    ).toEqual({
      RegisterWebhookSuccess: 10,
      WebhookExists: 3,
      WebhookLimitReached: 5,
    });
  });

  it('says all that is wrong at once', async () => {
    const answer = await register({ url: 'ftp://partner.example', events: [] });

    expect(answer.violations).toEqual([
      { path: ['input', 'url'], code: 'NOT_AN_ADDRESS' },
      { path: ['input', 'events'], code: 'EMPTY' },
    ]);
  });
});

describe('a change', () => {
  it('is sent signed, thin and without anybody in it', async () => {
    const { secret } = await registered();
    const deployment = await givenDeployment(service.running, opening);
    await deliver(service.running, deploymentMoved(opening, deployment, 'SERVING', now), now);
    await send();

    const [sent] = receiver.received;
    const payload = new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {});
    expect(payload).toEqual({
      type: 'deployment.changed',
      timestamp: now.toISOString(),
      data: {
        id: deployment.id,
        country,
        status: 'SERVING',
        changeId: expect.stringMatching(/^placement_change_/),
      },
    });
    expect(sent?.body).not.toContain(deployment.personId);
    expect(sent?.headers['webhook-id']).toBe((await mine()).deliveries.nodes[0].id);
    expect(receiver.received).toHaveLength(1);
  });

  it('is sent to those of the country who asked for its kind alone', async () => {
    await registered({ events: ['DEPLOYMENT_CHANGED'] });
    await deliver(service.running, openingMoved(opening, 'CLOSED_FOR_APPLICATIONS'), now);
    await deliver(service.running, openingMoved(await givenOpening(service.running, 'ZZ'), 'PUBLISHED'), now);
    await send();

    expect(receiver.received).toEqual([]);
  });

  it('is tried again, later and later, under the same ID, and given up after ten times', async () => {
    await registered();
    const pauses: number[] = [];
    receiver.replies.push(...Array.from({ length: 10 }, () => ({ status: 500 })));
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    for (let tries = 0; tries < 10; tries += 1) {
      await send();
      const { nextAttemptAt } = (await mine()).deliveries.nodes[0];
      if (nextAttemptAt === null) break;
      pauses.push(new Date(nextAttemptAt).getTime() - now.getTime());
      now = new Date(nextAttemptAt);
    }

    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * HOUR);
    expect(pauses).toEqual([5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...hours]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await mine()).toMatchObject({ status: 'ACTIVE', deliveries: { nodes: [{ status: 'FAILED' }, {}] } });
  });

  it('is not sent after a redirect', async () => {
    await registered();
    receiver.replies.push({ status: 302, headers: { location: `${receiver.url}/elsewhere` } });
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();

    expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks']);
    expect((await mine()).deliveries.nodes[0].attempts).toEqual([{ statusCode: 302, error: 'REDIRECT' }]);
  });

  it('is taken whatever the receiver says with it', async () => {
    await registered();
    receiver.replies.push({ status: 200, body: 'x'.repeat(5_000_000) });
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();

    expect((await mine()).deliveries.nodes[0].status).toBe('DELIVERED');
  });

  it('disables a webhook that says it is gone, and its person is written to', async () => {
    await registered();
    receiver.replies.push({ status: 410 });
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();
    await deliver(service.running, openingMoved(opening, 'CANCELLED'), now);
    await send();

    expect(receiver.received).toHaveLength(1);
    expect(await mine()).toMatchObject({ status: 'DISABLED', deliveries: { nodes: [{ status: 'FAILED' }, {}] } });
    expect(await noticesTo(partner)).toEqual(['A webhook is switched off']);
  });

  it('disables a webhook that takes nothing for five days', async () => {
    await registered();
    receiver.replies.push({ status: 500 }, { status: 503 });
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();
    const failingSince = (await mine()).failingSince;
    now = new Date(now.getTime() + 5 * DAY);
    await send();

    expect(failingSince).toBe(new Date(now.getTime() - 5 * DAY).toISOString());
    expect((await mine()).status).toBe('DISABLED');
    expect(await noticesTo(partner)).toEqual(['A webhook is switched off']);
  });

  it('is sent again under the same ID where a process ends between sending and noting it', async () => {
    await registered();
    receiver.replies.push('silence');
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    const dying = new AbortController();
    const lost = send(dying.signal).catch(() => 'lost');
    await until(() => receiver.received.length === 1);
    dying.abort();
    const outcome = await lost;
    const held = await send();
    now = new Date(now.getTime() + 61 * SECOND);
    const after = await send();

    expect([outcome, held, after]).toEqual(['lost', 0, 1]);
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await mine()).deliveries.nodes[0]).toMatchObject({ status: 'DELIVERED' });
  });

  it('is taken by one process, however many look', async () => {
    await registered();
    for (let index = 0; index < 3; index += 1) {
      await deliver(service.running, openingMoved(opening, 'CANCELLED'), now);
    }

    const taken = await Promise.all(Array.from({ length: 6 }, () => takeDue(em(), now)));

    expect(taken.flat().map(({ id }) => id)).toHaveLength(3);
    expect(new Set(taken.flat().map(({ id }) => id)).size).toBe(3);
  });
});

describe('those who speak for the country', () => {
  it('pause a webhook, and have what changed meanwhile sent once it goes on', async () => {
    const { webhook } = await registered();
    await step('pauseWebhook', webhook.id);
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    const paused = await send();
    await step('resumeWebhook', webhook.id);
    const resumed = await send();

    expect([paused, resumed]).toEqual([0, 1]);
  });

  it('have everything sent once more, what was missed, too, with the same IDs', async () => {
    const { webhook } = await registered();
    await deliver(service.running, openingMoved(opening, 'PUBLISHED', now), now);
    await send();
    await em().execute('update webhook set status = ? where id = ?', ['DISABLED', webhook.id]);
    await deliver(service.running, openingMoved(opening, 'CANCELLED', now), now);
    await em().execute('update webhook set status = ? where id = ?', ['ACTIVE', webhook.id]);
    const input = { webhookId: webhook.id, since: new Date(now.getTime() - MINUTE).toISOString() };
    const { data } = await ask(
      'mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { ... on ReplayWebhookSuccess { deliveries } } }',
      { input },
    );
    await send();

    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(data.replayWebhook).toEqual({ deliveries: 2 });
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
  });

  it('have one thing sent once more', async () => {
    await registered();
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();
    const { id } = (await mine()).deliveries.nodes[0];
    const replay = `mutation { replayDelivery(input: { deliveryId: "${id}" }) { __typename } }`;
    const stranger = await askPlacements(service.running, partnerOf('ZZ'), replay);
    const { data } = await ask(replay);
    await send();

    expect(stranger.data.replayDelivery.__typename).toBe('WebhookDeliveryNotFound');
    expect(data.replayDelivery.__typename).toBe('ReplayDeliverySuccess');
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  });

  it('try a webhook, and take a new secret while the one before signs, too', async () => {
    const { webhook, secret } = await registered();
    const { data } = await ask(
      `mutation { rotateWebhookSecret(input: { webhookId: "${webhook.id}" }) { ... on RotateWebhookSecretSuccess { secret } } }`,
    );
    const test = `mutation { testWebhook(input: { webhookId: "${webhook.id}" }) { __typename } }`;
    await ask(test);
    await send();
    const [sent] = receiver.received;
    const known = [secret, data.rotateWebhookSecret.secret].map((one: string) =>
      new Webhook(one).verify(sent?.body ?? '', sent?.headers ?? {}),
    );
    now = new Date(now.getTime() + 25 * HOUR);
    await ask(test);
    await send();

    const message = { type: 'webhook.test', timestamp: expect.any(String), data: { id: webhook.id, country } };
    expect(known).toEqual([message, message]);
    expect(receiver.received.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1]);
  });

  it('remove a webhook with all that is known of it', async () => {
    const { webhook } = await registered();
    await step('removeWebhook', webhook.id);

    const { data } = await ask(WEBHOOKS, { country });
    const left = await em().execute('select id from webhook_delivery where webhook_id = ?', [webhook.id]);
    expect([data.webhooks.nodes, left]).toEqual([[], []]);
  });

  it('are they alone: to a partner of another country there is no such webhook, and nothing changes', async () => {
    const { webhook } = await registered();
    const before = await mine();
    const codes: string[] = [];
    for (const act of ['pauseWebhook', 'resumeWebhook', 'removeWebhook', 'rotateWebhookSecret', 'testWebhook']) {
      const { data } = await askPlacements(
        service.running,
        partnerOf('ZZ'),
        `mutation { ${act}(input: { webhookId: "${webhook.id}" }) { ... on UserError { code } } }`,
      );
      codes.push(data[act].code);
    }

    expect(new Set(codes)).toEqual(new Set(['WEBHOOK_NOT_FOUND']));
    expect(await mine()).toEqual(before);
  });

  it('are told nothing where whoever registered it speaks for the country no more, until another one resumes it', async () => {
    const { webhook } = await registered();
    const lost = { grantId: 'role_grant_0', personId: partner.personId, role: 'PARTNER', scopeKind: 'COUNTRY' };
    await deliver(service.running, word('GrantRevoked', { ...lost, scopeId: 'ZZ' }), now);
    const elsewhere = (await mine()).status;
    await deliver(service.running, word('GrantRevoked', { ...lost, scopeId: country }), now);
    const disabled = (await mine()).status;
    await deliver(service.running, openingMoved(opening, 'PUBLISHED'), now);
    await send();
    const heir = partnerOf(country, { personId: null, apiClientId: 'api_client_heir' });
    await askPlacements(
      service.running,
      heir,
      `mutation { resumeWebhook(input: { webhookId: "${webhook.id}" }) { __typename } }`,
    );
    await send();
    const resumed = (await mine()).status;
    await deliver(service.running, word('ApiClientRevoked', { apiClientId: 'api_client_heir' }), now);

    expect([elsewhere, disabled, resumed, (await mine()).status]).toEqual(['ACTIVE', 'DISABLED', 'ACTIVE', 'DISABLED']);
    expect(receiver.received).toEqual([]);
  });

  it('are refused steps that there are not, and versions that are past', async () => {
    const { webhook } = await register();
    const pause = (more = '') =>
      ask(`mutation { pauseWebhook(input: { webhookId: "${webhook.id}" ${more} }) {
        ... on InvalidTransition { from to allowed } ... on VersionConflict { currentVersion }
      } }`);

    expect((await pause()).data.pauseWebhook).toEqual({ from: 'UNVERIFIED', to: 'PAUSED', allowed: ['UNVERIFIED'] });
    expect((await pause('expectedVersion: 9')).data.pauseWebhook).toEqual({ currentVersion: 1 });
  });

  it('read what was sent in the same number of statements, however much it was', async () => {
    await registered();
    for (let index = 0; index < 12; index += 1) await deliver(service.running, openingMoved(opening, 'CANCELLED'), now);
    await send();
    const counts: number[] = [];
    for (const first of [1, 3, 12]) {
      const query = `{ webhooks(country: "${country}") { nodes { deliveries(first: ${first}) { nodes { attempts { at } } } } } }`;
      counts.push((await statementsOf(() => ask(query))).length);
    }

    expect(counts).toEqual([3, 3, 3]);
  });

  it('may be erased: the webhook stays, without them, and an erased person does not come back into it', async () => {
    const { webhook } = await registered();
    const { personId } = partner;
    await deliver(service.running, word('ErasureRequested', { personId, erasureId: newId('erasure') }), now);
    const [left] = await em().execute('select status, registered_by_person_id from webhook where id = ?', [webhook.id]);
    const back = em().execute('update webhook set registered_by_person_id = ? where id = ?', [personId, webhook.id]);

    expect(left).toEqual({ status: 'ACTIVE', registered_by_person_id: null });
    await expect(back).rejects.toThrow('this person is erased');
  });

  it('find nothing of what was sent a month ago', async () => {
    await registered();

    const forgotten = await forgetDeliveries(em(), new Date(now.getTime() + 31 * DAY), 1);

    expect(forgotten).toBeGreaterThanOrEqual(1);
    expect((await mine()).deliveries.nodes).toEqual([]);
  });
});

function word(type: string, payload: DomainEvent['payload']): DomainEvent {
  return { id: newId('event'), type, occurredAt: now.getTime(), payload };
}

function em() {
  return service.running.database.orm.em.fork();
}

function ask(query: string, variables: Record<string, unknown> = {}) {
  return askPlacements(service.running, partner, query, variables);
}

async function register(more: object = {}) {
  const events = ['OPENING_CHANGED', 'DEPLOYMENT_CHANGED'];
  const { data } = await ask(REGISTER, { input: { country, url: `${receiver.url}/hooks`, events, ...more } });
  return data.registerWebhook;
}

/** One that is active. */
async function registered(more: object = {}) {
  const answer = await register(more);
  await send();
  return answer;
}

async function step(act: string, webhookId: string): Promise<void> {
  const { data } = await ask(`mutation { ${act}(input: { webhookId: "${webhookId}" }) { __typename } }`);
  expect(data[act].__typename).toMatch(/Success$/);
}

async function mine() {
  const { data } = await ask(WEBHOOKS, { country });
  return data.webhooks.nodes[0];
}

/** Sends what is due, as the portal does by itself. */
function send(signal: AbortSignal = new AbortController().signal): Promise<number> {
  return sendDue({ em: em(), keys: TEST_KEYS, now: () => now, log: silentLog, privateAddresses: true, signal });
}

async function noticesTo({ personId }: Viewer): Promise<string[]> {
  const rows = await em().execute<{ payload: { about: string; sealed: string } }[]>(
    `select payload from outbox_event where type = 'NoticeDue' and payload ->> 'personId' = ?`,
    [personId],
  );
  return rows.map(({ payload }) => openNotice(TEST_KEYS, payload).subject.en);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
