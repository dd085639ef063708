import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { type Place, SealBroken, seal, unseal } from '../../../shared/crypto/sealed.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { BadgeKey } from './badge-key.entity.ts';
import { ALGORITHM } from './payload.rules.ts';

const CURVE = 'Ed25519';
/** Of the thumbprint: few enough for a small code, and enough that no two keys of a portal are called the same. */
const KEY_ID_LENGTH = 16;

export interface SigningKey {
  readonly keyId: string;
  readonly key: CryptoKey;
}

/** Where a private key belongs. */
function privateKeyPlace(keyId: string): Place {
  return ['badge_key.private_key', keyId];
}

/**
 * The key that signs badges, made when it is first asked for.
 *
 * One that does not open any more, since its encryption key is gone, is retired and another takes its place: what it
 * signed stays good.
 */
export async function signingKey(tx: EntityManager, keys: KeyRing, now: Date): Promise<SigningKey> {
  const present = await tx.findOne(BadgeKey, { retiredAt: null });
  const opened = present && (await open(present, keys));
  if (opened) return opened;

  await lockKeys(tx);
  const current = await tx.findOne(
    BadgeKey,
    { retiredAt: null },
    { refresh: true, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const openedNow = current && (await open(current, keys));
  if (openedNow) return openedNow;
  const act = { actorId: null, command: 'makeBadgeKey' };
  const made = await replaceKey(tx, current, keys, act, now);
  const key = await open(made, keys);
  if (!key) throw new Error('a key that was made just now does not open');
  return key;
}

/** Makes a signing key where there is none. */
export async function provideSigningKey(em: EntityManager, keys: KeyRing, now: Date): Promise<void> {
  await em.transactional((tx) => signingKey(tx, keys, now));
}

/** Whoever makes or retires a key queues here: a database that has none yet has no row to lock. */
export async function lockKeys(tx: EntityManager): Promise<void> {
  await tx.execute(`select pg_advisory_xact_lock(hashtext('forum: badge keys'))`);
}

/** Makes a key, and retires the one it stands for. Under the lock of the keys. */
export async function replaceKey(
  tx: EntityManager,
  retired: BadgeKey | null,
  keys: KeyRing,
  act: { readonly actorId: string | null; readonly command: string; readonly reason?: string | null },
  now: Date,
): Promise<BadgeKey> {
  if (retired) retired.retiredAt = now;
  await tx.flush();
  const pair = await generateKeyPair(ALGORITHM, { crv: CURVE, extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const keyId = (await calculateJwkThumbprint(publicJwk)).slice(0, KEY_ID_LENGTH);
  const made = tx.create(BadgeKey, {
    keyId,
    publicKey: publicJwk.x ?? '',
    privateKey: seal(keys, JSON.stringify(await exportJWK(pair.privateKey)), privateKeyPlace(keyId)),
    madeAt: now,
  });
  audit(
    tx,
    { ...act, subjectId: keyId, changes: [{ field: 'replaces', from: null, to: retired?.keyId ?? null }] },
    now,
  );
  await tx.flush();
  return made;
}

/** Null for one that does not open. */
async function open({ keyId, privateKey }: BadgeKey, keys: KeyRing): Promise<SigningKey | null> {
  let text: string;
  try {
    text = unseal(keys, privateKey, privateKeyPlace(keyId));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
  const jwk: JWK = JSON.parse(text);
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('not an Ed25519 key');
  return { keyId, key };
}
