import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialOf } from '../../../services/forum/badge/serial.rules.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const REGISTER = operation('04-register');
const RECORD_SCANS = operation('08-record-scans');
const BADGE_KEYS = operation('08-badge-keys');
const MY_BADGE =
  '{ me { registrations(first: 10) { nodes { id badge { serial status category zones qrPayload } } } } }';
const ISSUE = `mutation ($input: IssueBadgeInput!) { issueBadge(input: $input) {
  __typename ... on IssueBadgeSuccess { badge { id serial status version } } ... on UserError { code message }
} }`;
const ACTIVATE = `mutation ($input: ActivateBadgeInput!) { activateBadge(input: $input) {
  __typename ... on ActivateBadgeSuccess { badge { status version allowedTransitions registration { status } } }
  ... on InvalidTransition { from to allowed } ... on UserError { code message }
} }`;

describe.each(transports)('a day at the doors, subgraphs %s', (transport) => {
  let portal: Portal;
  let me: ReturnType<Portal['as']>;
  let desk: ReturnType<Portal['as']>;
  let deskToken: string;
  let edition: { id: string; startsAt: string };
  let registrationId: string;
  let badge: { serial: string; qrPayload: string };
  beforeAll(async () => {
    portal = await openPortal(transport);
    me = portal.as(await portal.signIn('participant@demo.erikti.example'));
    deskToken = await portal.signIn('desk@demo.erikti.example');
    desk = portal.as(deskToken);
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id startsAt } }');
    edition = data.forumEdition;
    const registered = await me.ask(REGISTER, { input: { editionId: edition.id, category: 'OPEN', consents: [] } });
    registrationId = registered.data.registerForForum.registration.id;
  });
  afterAll(() => portal?.close());

  const scanOf = (nonce: string, more: object = {}) => ({
    nonce,
    badge: badge.qrPayload,
    zone: 'MAIN',
    direction: 'IN',
    occurredAt: edition.startsAt,
    device: 'gate-1',
    offline: false,
    ...more,
  });

  it('begins with a badge, which its holder sees', async () => {
    const issued = await me.ask(ISSUE, { input: { registrationId } });

    expect([issued.errors, issued.data.issueBadge.__typename]).toEqual([[], 'IssueBadgeSuccess']);
    const { data, errors } = await me.ask(MY_BADGE);
    expect(errors).toEqual([]);
    badge = data.me.registrations.nodes[0].badge;
    expect(badge).toMatchObject({ status: 'PRE_VALID', category: 'OPEN', zones: ['MAIN', 'SESSIONS'] });
    expect(badge.serial).toBe(issued.data.issueBadge.badge.serial);
  });

  it('goes on at the desk, which looks at an ID and hands the badge out', async () => {
    const input = { serial: badge.serial.toLowerCase(), idCheck: { kind: 'NATIONAL_ID', checked: true } };

    const { data, errors } = await desk.ask(ACTIVATE, { input: { ...input, expectedVersion: 1 } });
    const again = await desk.ask(ACTIVATE, { input });

    expect(errors).toEqual([]);
    expect(data.activateBadge).toEqual({
      __typename: 'ActivateBadgeSuccess',
      badge: {
        status: 'ACTIVE',
        version: 2,
        allowedTransitions: ['LOST', 'REVOKED'],
        registration: { status: 'CONFIRMED' },
      },
    });
    expect(again.data.activateBadge).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'ACTIVE',
      to: 'ACTIVE',
      allowed: ['LOST', 'REVOKED'],
    });
  });

  it('lets the holder in, and says the same of the same nonce', async () => {
    const forged = `${badge.qrPayload.slice(0, -4)}AAAA`;
    const scans = [
      scanOf('1'),
      scanOf('2', { badge: badge.serial, zone: 'STAFF' }),
      scanOf('3', { badge: forged }),
      scanOf('4', { badge: serialOf([1, 2, 3, 4, 5, 6, 7, 8, 9]), offline: true }),
    ];

    const first = await desk.ask(RECORD_SCANS, { input: { editionId: edition.id, scans } });
    const second = await desk.ask(RECORD_SCANS, { input: { editionId: edition.id, scans } });

    expect(first.errors).toEqual([]);
    const { results } = first.data.recordScans;
    expect(results[0]).toEqual({
      nonce: '1',
      outcome: 'OK',
      conflict: null,
      scan: {
        id: results[0].scan.id,
        occurredAt: edition.startsAt,
        zone: 'MAIN',
        direction: 'IN',
        registration: { id: registrationId, badge: { serial: badge.serial } },
      },
    });
    expect(results.map((one: { outcome: string; conflict: string | null }) => [one.outcome, one.conflict])).toEqual([
      ['OK', null],
      ['WRONG_ZONE', null],
      ['BAD_SIGNATURE', null],
      ['UNKNOWN', 'UNKNOWN_BADGE'],
    ]);
    expect(second.data).toEqual(first.data);
    const mine = await me.ask('{ me { registrations { nodes { status } } } }');
    expect(mine.data.me.registrations.nodes).toEqual([{ status: 'ATTENDED' }]);
  });

  it('shows the desk who is inside and what to look at, and nobody else', async () => {
    const ask =
      '{ forumEdition(year: 2026) { zonePresence { zone inside } scanConflicts(first: 5) { nodes { id nonce conflict } } } }';

    const seen = await desk.ask(ask);
    const unseen = await me.ask(ask);

    expect(seen.data.forumEdition.zonePresence).toEqual([
      { zone: 'MAIN', inside: 1 },
      { zone: 'PRESS', inside: 0 },
      { zone: 'PROTOCOL', inside: 0 },
      { zone: 'SESSIONS', inside: 0 },
      { zone: 'STAFF', inside: 0 },
    ]);
    const [conflict] = seen.data.forumEdition.scanConflicts.nodes;
    expect(conflict).toMatchObject({ nonce: '4', conflict: 'UNKNOWN_BADGE' });
    expect(unseen.data.forumEdition).toEqual({ zonePresence: null, scanConflicts: null });
    expect(unseen.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const resolve = `mutation ($input: ResolveScanConflictInput!) { resolveScanConflict(input: $input) {
      ... on ResolveScanConflictSuccess { scan { conflict resolution { note } } } } }`;
    const resolved = await desk.ask(resolve, { input: { scanId: conflict.id, note: 'TEST_SCAN' } });
    expect(resolved.data.resolveScanConflict.scan).toEqual({
      conflict: 'UNKNOWN_BADGE',
      resolution: { note: 'TEST_SCAN' },
    });
    expect((await desk.ask(ask)).data.forumEdition.scanConflicts.nodes).toEqual([]);
  });

  it('lets a door check badges without the portal, by what anybody may read', async () => {
    const { data, errors } = await portal.ask(BADGE_KEYS, { year: 2026 });

    expect(errors).toEqual([]);
    const { keyId, algorithm, publicKey, revokedSerials } = data.forumEdition.badgeVerification;
    const [header = '', claims = '', signature = ''] = badge.qrPayload.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: algorithm, kid: keyId });
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    const signed = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    expect([signed(`${header}.${claims}`), signed(`${header}.${claims}x`)]).toEqual([true, false]);
    expect(revokedSerials).toEqual([]);
  });

  it('takes the five thousand scans of an outage in one request, from the desk', async () => {
    const scans = Array.from({ length: 5_000 }, (_one, index) =>
      scanOf(`018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`, {
        offline: true,
        direction: index % 2 === 0 ? 'OUT' : 'IN',
        occurredAt: new Date(Date.parse(edition.startsAt) + (index + 1) * 1_000).toISOString(),
      }),
    );

    const byDesk = await desk.ask(RECORD_SCANS, { input: { editionId: edition.id, scans } });
    const byParticipant = await me.ask(RECORD_SCANS, { input: { editionId: edition.id, scans } });
    const tooMany = await desk.ask(RECORD_SCANS, { input: { editionId: edition.id, scans: [...scans, scanOf('x')] } });

    expect(byDesk.errors).toEqual([]);
    const { results } = byDesk.data.recordScans;
    expect(Object.groupBy(results, (one: { outcome: string }) => one.outcome).OK).toHaveLength(5_000);
    expect(results[4_999].nonce).toBe(scans[4_999]?.nonce);
    expect([byParticipant.status, byParticipant.errors[0]?.extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(tooMany.data.recordScans).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
  });

  it('ends with a file of every scan, for the desk', async () => {
    const { data } = await desk.ask('{ forumEdition(year: 2026) { scansUrl } }');
    const { pathname } = new URL(data.forumEdition.scansUrl);
    const url = `${portal.url}${pathname}`;

    const file = await fetch(url, { headers: { authorization: `Bearer ${deskToken}` } });
    const refused = await fetch(url);

    const lines = (await file.text()).split('\r\n');
    expect([file.status, file.headers.get('content-type'), lines.length]).toEqual([
      200,
      'text/csv; charset=utf-8',
      5_006,
    ]);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="scans-2026.csv"');
    expect(refused.status).toBe(401);
  });
});
