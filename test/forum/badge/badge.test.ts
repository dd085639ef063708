import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BadgeStatus, IdCheckKind } from '../../../services/forum/badge/badge.rules.ts';
import { expireBadges, issueMissingBadges } from '../../../services/forum/badge/badge-upkeep.ts';
import { activateBadge, reissueBadge } from '../../../services/forum/badge/desk/activate-badge.ts';
import { reportBadgeLost, revokeBadge } from '../../../services/forum/badge/desk/end-badge.ts';
import { type AskForBadge, askForBadge } from '../../../services/forum/badge/issue-badge.ts';
import { rotateBadgeKey } from '../../../services/forum/badge/key/rotate-badge-key.ts';
import { endRegistration } from '../../../services/forum/registration/end-registration.ts';
import { lockRegistration } from '../../../services/forum/registration/lock-registration.ts';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { participant } from '../../../services/shared/access/access.rules.ts';
import { KeyRing } from '../../../services/shared/crypto/key-ring.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import {
  actOn,
  badgesOf,
  DAY_ONE,
  DESK_ID,
  desk,
  givenActiveBadge,
  givenBadge,
  givenEdition,
  givenRegistration,
  givenRegistrations,
} from './badges.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const CHECKED = { kind: IdCheckKind.PASSPORT, checked: true };
const REASON = 'shouted at the guards';

function ask(registrationId: string, more: Partial<AskForBadge> = {}) {
  const command = { viewer: desk, actorId: DESK_ID, registrationId, idempotencyKey: null, ...more };
  return askForBadge(em(), TEST_KEYS, command, DAY_ONE);
}

async function statusesOf(registrationId: string): Promise<string[]> {
  return (await badgesOf(em(), registrationId)).map(({ status }) => status);
}

describe('a badge', () => {
  it('is made once for a confirmed registration, however many ask for it at once', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));

    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(registration.id)));

    const badges = await badgesOf(em(), registration.id);
    expect(badges.map(({ status, zones, category }) => ({ status, zones, category }))).toEqual([
      { status: 'PRE_VALID', zones: ['MAIN', 'SESSIONS'], category: 'OPEN' },
    ]);
    expect(outcomes).toEqual(outcomes.map(() => ({ badgeId: badges[0]?.id })));
  });

  it('is given to its holder and to the desk; to others there is no such registration', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const strangerId = newId('person');

    const stranger = await ask(registration.id, { viewer: participant(strangerId), actorId: strangerId });
    const none = await statusesOf(registration.id);
    const { personId } = registration;
    const holder = await ask(registration.id, { viewer: participant(personId), actorId: personId });

    expect(stranger).toEqual({ refusal: 'registration-not-found' });
    expect(none).toEqual([]);
    expect(holder).toEqual({ badgeId: (await badgesOf(em(), registration.id))[0]?.id });
  });

  it('is not made for whoever waits, nor before the dates are known', async () => {
    const waiting = await givenRegistration(em(), await givenEdition(em()), { status: 'WAITLISTED' });
    const early = await givenRegistration(em(), await givenEdition(em(), { dated: false }));

    expect(await ask(waiting.id)).toEqual({ refusal: 'registration-not-confirmed', status: 'WAITLISTED' });
    expect(await ask(early.id)).toEqual({ refusal: 'edition-without-dates' });
    expect([...(await statusesOf(waiting.id)), ...(await statusesOf(early.id))]).toEqual([]);
  });

  it('is signed anew, with the serial it has, when the days of the edition change', async () => {
    const editionId = await givenEdition(em());
    const registration = await givenRegistration(em(), editionId);
    const before = await givenActiveBadge(em(), registration.id);
    await em().execute(`update edition set ends_at = ends_at + interval '1 day' where id = ?`, [editionId]);

    const after = await givenBadge(em(), registration.id);

    expect({ ...after, qr_payload: '', version: 0 }).toMatchObject({ id: before.id, serial: before.serial });
    expect(after.status).toBe('ACTIVE');
    expect(claimsOf(after.qr_payload).exp).toBe(Date.parse('2026-10-03T19:00:00.000Z') / 1_000);
  });

  it('is made by upkeep where nobody has asked, and expires after the last day', async () => {
    const editionId = await givenEdition(em());
    const registrations = await givenRegistrations(em(), editionId, 5);

    const first = await issueMissingBadges(em(), TEST_KEYS, DAY_ONE, 2);
    const again = await issueMissingBadges(em(), TEST_KEYS, DAY_ONE, 2);
    const early = await expireBadges(em(), new Date('2026-10-02T18:59:59.999Z'), 2);
    await expireBadges(em(), new Date('2026-10-02T19:00:00.000Z'), 2);

    expect({ first: first >= 5, again, early }).toEqual({ first: true, again: 0, early: 0 });
    const statuses = await Promise.all(registrations.map(({ id }) => statusesOf(id)));
    expect(statuses).toEqual(registrations.map(() => ['EXPIRED']));
  });

  it('is signed anew by upkeep where nobody asked for it since the edition has moved', async () => {
    const editionId = await givenEdition(em());
    const registration = await givenRegistration(em(), editionId);
    const { serial } = await givenBadge(em(), registration.id);
    await em().execute(
      `update edition set starts_at = starts_at + interval '3 days', ends_at = ends_at + interval '3 days' where id = ?`,
      [editionId],
    );

    await issueMissingBadges(em(), TEST_KEYS, DAY_ONE);
    const again = await issueMissingBadges(em(), TEST_KEYS, DAY_ONE);

    const [badge] = await em().execute(
      'select serial, valid_from::text, valid_until::text from badge where registration_id = ?',
      [registration.id],
    );
    expect(again).toBe(0);
    expect(badge).toEqual({ serial, valid_from: '2026-10-03 19:00:00+00', valid_until: '2026-10-05 19:00:00+00' });
  });

  it('opens no zone that its category does not, whoever writes it', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const badge = await givenBadge(em(), registration.id);

    const change = em().execute(`update badge set zones = '{MAIN,PROTOCOL}' where id = ?`, [badge.id]);

    await expect(change).rejects.toThrow('this category does not open these zones');
  });
});

describe('the desk', () => {
  it('activates a badge after an ID check, of which it keeps who, when and the kind', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const badge = await givenBadge(em(), registration.id);

    const outcome = await activateBadge(em(), { ...actOn(badge), idCheck: CHECKED, expectedVersion: 1 }, DAY_ONE);

    expect(outcome).toEqual({ badgeId: badge.id });
    expect(await statusesOf(registration.id)).toEqual(['ACTIVE']);
    expect(await em().execute('select kind, checked_by_id from badge_id_check where badge_id = ?', [badge.id])).toEqual(
      [{ kind: 'PASSPORT', checked_by_id: DESK_ID }],
    );
    const audited = await em().execute('select command from audit_entry where subject_id = ? order by id', [badge.id]);
    expect(audited).toEqual([{ command: 'issueBadge' }, { command: 'activateBadge' }]);
  });

  it('activates nothing without an ID check, at an old version, for itself, or elsewhere', async () => {
    const editionId = await givenEdition(em());
    const registration = await givenRegistration(em(), editionId);
    const badge = await givenBadge(em(), registration.id);
    const act = { ...actOn(badge), idCheck: CHECKED };
    const own = { personId: registration.personId, apiClientId: null, grants: desk.grants };
    const elsewhere = {
      ...desk,
      grants: [{ role: 'REGISTRATION_DESK' as const, scope: { kind: 'EDITION' as const, id: newId('forum_edition') } }],
    };

    expect([
      await activateBadge(em(), { ...act, idCheck: { ...CHECKED, checked: false } }, DAY_ONE),
      await activateBadge(em(), { ...act, expectedVersion: 7 }, DAY_ONE),
      await activateBadge(em(), { ...act, viewer: own, actorId: registration.personId }, DAY_ONE),
      await activateBadge(em(), { ...act, viewer: elsewhere }, DAY_ONE),
      await activateBadge(em(), { ...act, serial: 'nonsense' }, DAY_ONE),
    ]).toEqual([
      { refusal: 'id-not-checked' },
      { refusal: 'version-conflict', currentVersion: 1 },
      { refusal: 'own-badge' },
      { refusal: 'badge-not-found' },
      { refusal: 'badge-not-found' },
    ]);
    expect(await statusesOf(registration.id)).toEqual(['PRE_VALID']);
  });

  it('needs a check that was written, whoever writes the badge', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const badge = await givenBadge(em(), registration.id);

    const change = em().execute(
      `update badge set status = 'ACTIVE', activated_at = now(), activated_by_id = 'somebody' where id = ?`,
      [badge.id],
    );

    await expect(change).rejects.toThrow('nobody checked an ID for this badge');
  });

  it('replaces a lost badge by another serial, once, however many try', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const lost = await givenActiveBadge(em(), registration.id);
    const early = await reissueBadge(em(), TEST_KEYS, { ...actOn(lost), idCheck: null }, DAY_ONE);
    await reportBadgeLost(em(), actOn(lost), DAY_ONE);

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => reissueBadge(em(), TEST_KEYS, { ...actOn(lost), idCheck: CHECKED }, DAY_ONE)),
    );

    expect(early).toEqual({
      refusal: 'invalid-transition',
      from: 'ACTIVE',
      to: 'REISSUED',
      allowed: ['LOST', 'REVOKED'],
    });
    expect(outcomes.filter((outcome) => 'badgeId' in outcome)).toHaveLength(1);
    expect((await statusesOf(registration.id)).toSorted()).toEqual(['ACTIVE', 'REISSUED']);
    const serials = new Set((await badgesOf(em(), registration.id)).map(({ serial }) => serial));
    expect(serials.size).toBe(2);
  });

  it('revokes a badge for a reason; another one is for the desk alone to give', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const badge = await givenActiveBadge(em(), registration.id);

    await revokeBadge(em(), { ...actOn(badge), reason: REASON }, DAY_ONE);
    const { personId } = registration;
    const byHolder = await ask(registration.id, { viewer: participant(personId), actorId: personId });
    const statuses = await statusesOf(registration.id);
    await ask(registration.id);

    expect(byHolder).toEqual({ badgeId: badge.id });
    expect(statuses).toEqual(['REVOKED']);
    expect((await statusesOf(registration.id)).toSorted()).toEqual(['PRE_VALID', 'REVOKED']);
  });

  it('has a badge in force once, whatever races with whatever', async () => {
    const registration = await givenRegistration(em(), await givenEdition(em()));
    const badge = await givenBadge(em(), registration.id);
    const act = actOn(badge);

    await Promise.all(
      Array.from({ length: 5 }, () => [
        activateBadge(em(), { ...act, idCheck: CHECKED }, DAY_ONE),
        reportBadgeLost(em(), act, DAY_ONE),
        reissueBadge(em(), TEST_KEYS, { ...act, idCheck: CHECKED }, DAY_ONE),
        ask(registration.id),
        expireBadges(em(), DAY_ONE),
      ]).flat(),
    );

    const inForce = (await statusesOf(registration.id)).filter((one) => one === 'PRE_VALID' || one === 'ACTIVE');
    expect(inForce.length).toBeLessThanOrEqual(1);
  });
});

it('revokes the badge when the registration ends', async () => {
  const registration = await givenRegistration(em(), await givenEdition(em()));
  await givenActiveBadge(em(), registration.id);

  await em().transactional(async (tx) => {
    const locked = await lockRegistration(tx, registration.id);
    if (!locked) throw new Error('it was made');
    const act = { actorId: registration.personId, command: 'withdrawRegistration' };
    await endRegistration(tx, locked, { ...act, to: RegistrationStatus.WITHDRAWN }, DAY_ONE);
  });

  expect(await statusesOf(registration.id)).toEqual(['REVOKED']);
});

describe('the code of a badge', () => {
  it('verifies with the published key and node:crypto alone, and says nothing personal', async () => {
    const editionId = await givenEdition(em());
    const registration = await givenRegistration(em(), editionId, { category: 'SPEAKER' });
    const badge = await givenBadge(em(), registration.id);
    const [edition] = await em().execute<{ year: number }[]>('select year from edition where id = ?', [editionId]);

    expect(verifies(badge.qr_payload, await publicKeys())).toBe(true);
    expect(claimsOf(badge.qr_payload)).toEqual({
      serial: badge.serial,
      edition: edition?.year,
      category: 'SPEAKER',
      zones: ['MAIN', 'PRESS', 'SESSIONS'],
      nbf: Date.parse('2026-09-30T19:00:00.000Z') / 1_000,
      exp: Date.parse('2026-10-02T19:00:00.000Z') / 1_000,
    });
  });

  it('verifies still after another key has taken over', async () => {
    const editionId = await givenEdition(em());
    const [one, other] = await givenRegistrations(em(), editionId, 2);
    const before = await givenBadge(em(), one?.id ?? '');

    await rotateBadgeKey(em(), TEST_KEYS, { actorId: DESK_ID, idempotencyKey: null, reason: null }, DAY_ONE);
    const after = await givenBadge(em(), other?.id ?? '');

    const keys = await publicKeys();
    expect(after.key_id).not.toBe(before.key_id);
    expect([verifies(before.qr_payload, keys), verifies(after.qr_payload, keys)]).toEqual([true, true]);
  });

  it('does not verify with anything in it changed', async () => {
    const badge = await givenBadge(em(), (await givenRegistration(em(), await givenEdition(em()))).id);
    const [header = '', claims = '', signature = ''] = badge.qr_payload.split('.');
    const forged = Buffer.from(claims, 'base64url').toString().replace('"MAIN"', '"STAFF"');

    const changed = [header, Buffer.from(forged).toString('base64url'), signature].join('.');

    expect(verifies(changed, await publicKeys())).toBe(false);
  });

  it('is signed by one key, however many first badges are made at once', async () => {
    await em().execute('update badge_key set retired_at = now() where retired_at is null');
    const registrations = await givenRegistrations(em(), await givenEdition(em()), 10);

    await Promise.all(registrations.map(({ id }) => ask(id)));

    const signing = await em().execute('select count(*)::int as keys from badge_key where retired_at is null');
    expect(signing).toEqual([{ keys: 1 }]);
  });

  it('is signed by a new key where the present one does not open any more', async () => {
    const [one, other] = await givenRegistrations(em(), await givenEdition(em()), 2);
    const before = await givenBadge(em(), one?.id ?? '');
    const lostKeys = new KeyRing([{ id: 'new', bytes: Buffer.alloc(32, 1) }]);
    const command = { viewer: desk, actorId: DESK_ID, registrationId: other?.id ?? '', idempotencyKey: null };

    await askForBadge(em(), lostKeys, command, DAY_ONE);

    const [after] = await badgesOf(em(), other?.id ?? '');
    const keys = await publicKeys();
    expect(after?.key_id).not.toBe(before.key_id);
    expect([verifies(before.qr_payload, keys), verifies(after?.qr_payload ?? '', keys)]).toEqual([true, true]);
  });

  it('is signed with a key that stands nowhere in the clear', async () => {
    await givenBadge(em(), (await givenRegistration(em(), await givenEdition(em()))).id);

    const rows = await em().execute<{ text: string }[]>('select badge_key::text as text from badge_key');

    expect(rows.filter(({ text }) => text.includes('"d"') || text.includes('OKP'))).toEqual([]);
  });

  async function publicKeys(): Promise<Map<string, string>> {
    const rows = await em().execute<{ key_id: string; public_key: string }[]>(
      'select key_id, public_key from badge_key',
    );
    return new Map(rows.map(({ key_id, public_key }) => [key_id, public_key]));
  }
});

it('names badge states as the database does', async () => {
  const [row] = await em().execute<{ definition: string }[]>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'badge_status_check'`,
  );

  expect(Object.values(BadgeStatus).filter((status) => !row?.definition.includes(`'${status}'`))).toEqual([]);
});

function claimsOf(payload: string) {
  return JSON.parse(Buffer.from(payload.split('.')[1] ?? '', 'base64url').toString());
}

/** As a door does it that has nothing but the published keys. */
function verifies(payload: string, keys: ReadonlyMap<string, string>): boolean {
  const [header = '', claims = '', signature = ''] = payload.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keys.get(kid) ?? '' }, format: 'jwk' });
  return verify(null, Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'));
}
