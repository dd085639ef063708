import { type CryptoKey, compactVerify, decodeJwt, importJWK, SignJWT } from 'jose';
import type { Validity } from '../badge.rules.ts';
import { ALGORITHM, type BadgeClaims, readClaims } from './payload.rules.ts';
import type { SigningKey } from './signing-key.ts';

/** Signs what a badge's code says: a compact JWS that anyone verifies with the public key alone. */
export function signBadge({ keyId, key }: SigningKey, claims: BadgeClaims, validity: Validity): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, kid: keyId })
    .setNotBefore(validity.from)
    .setExpirationTime(validity.until)
    .sign(key);
}

/** A public key as it is published. */
export interface PublicKey {
  readonly key_id: string;
  readonly public_key: string;
}

/** What a code says, and whether it was the portal that said it. */
export interface CheckedPayload {
  readonly isGenuine: boolean;
  readonly claims: Pick<BadgeClaims, 'serial' | 'edition'> | null;
}

/** Checks codes against the portal's keys, whenever these were retired. When a badge is valid is not looked at. */
export async function checkPayloads(
  payloads: Iterable<string>,
  publicKeys: readonly PublicKey[],
): Promise<Map<string, CheckedPayload>> {
  const keys = new Map(await Promise.all(publicKeys.map(async (one) => [one.key_id, await imported(one)] as const)));
  const checked = [...new Set(payloads)].map(
    async (payload) => [payload, { isGenuine: await isGenuine(payload, keys), claims: claimsOf(payload) }] as const,
  );
  return new Map(await Promise.all(checked));
}

async function isGenuine(payload: string, keys: ReadonlyMap<string, CryptoKey>): Promise<boolean> {
  const keyOf = ({ kid }: { kid?: string }) => {
    const key = keys.get(kid ?? '');
    if (!key) throw new Error('not a key of ours');
    return key;
  };
  try {
    await compactVerify(payload, keyOf, { algorithms: [ALGORITHM] });
    return true;
  } catch {
    return false;
  }
}

function claimsOf(payload: string): CheckedPayload['claims'] {
  try {
    return readClaims(decodeJwt(payload));
  } catch {
    return null;
  }
}

async function imported({ public_key: x }: PublicKey): Promise<CryptoKey> {
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('not an Ed25519 key');
  return key;
}
