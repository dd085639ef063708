import { createHash, randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from './subgraph-request.ts';

const ALGORITHM = 'EdDSA';
const ISSUER = 'gateway';
/** A token serves one request that is on its way; clocks of one deployment differ by less. */
const LIFETIME_SECONDS = 30;
/** More than a service can answer while a token lives. */
const TOKENS_REMEMBERED = 500_000;

/** A key of the gateway as settings carry it: base64url of a JWK, private for the gateway, public for services. */
export type EncodedKey = string;

/** Makes a key pair for a deployment: the gateway signs with one half, services check with the other. */
export async function makeGatewayKeys(): Promise<{ signingKey: EncodedKey; verificationKey: EncodedKey }> {
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return {
    signingKey: encode(await exportJWK(pair.privateKey)),
    verificationKey: encode(await exportJWK(pair.publicKey)),
  };
}

/** Reads a key from settings. Throws when it is none. */
export async function readGatewayKey(encoded: EncodedKey): Promise<CryptoKey> {
  const jwk: JWK = JSON.parse(Buffer.from(encoded, 'base64url').toString());
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError('not an Ed25519 key');
  return key;
}

/** Reads the keys a service checks with, separated by commas: more than one while the gateway's key is changed. */
export function readVerificationKeys(encoded: string): Promise<CryptoKey[]> {
  return Promise.all(encoded.split(',').map((key) => readGatewayKey(key.trim())));
}

/** Tells a service, and only that one, on whose behalf the gateway sends exactly this body. */
export function signScope(key: CryptoKey, service: string, body: string, scope: RequestScope): Promise<string> {
  return new SignJWT({ scope, body: digest(body) })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(service)
    .setIssuedAt()
    .setJti(randomUUID())
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/**
 * Checks, for one service, what the gateway says of requests.
 *
 * Each token counts once. What this process has seen it remembers for as long as a token lives; a token that was caught
 * on its way to one of several processes of a service could be shown to another within that time.
 */
export class ScopeVerifier {
  readonly #service: string;
  readonly #keys: readonly CryptoKey[];
  readonly #seen = new LRUCache<string, true>({ max: TOKENS_REMEMBERED, ttl: 2 * LIFETIME_SECONDS * 1_000 });

  /** Several keys stand side by side while one takes over from another. */
  constructor(service: string, keys: readonly CryptoKey[]) {
    this.#service = service;
    this.#keys = keys;
  }

  /** The scope the gateway signed for this service and body; null for anything else, and for what was shown before. */
  async verify(body: string, token: string): Promise<RequestScope | null> {
    for (const key of this.#keys) {
      const claims = await claimsOf(key, this.#service, token);
      if (!claims) continue;
      if (claims.body !== digest(body) || this.#seen.has(claims.jti)) return null;
      this.#seen.set(claims.jti, true);
      return claims.scope;
    }
    return null;
  }
}

interface Claims {
  readonly jti: string;
  readonly scope: RequestScope;
  readonly body: string;
}

async function claimsOf(key: CryptoKey, service: string, token: string): Promise<Claims | null> {
  try {
    const { payload } = await jwtVerify<Claims>(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: service,
      requiredClaims: ['jti', 'exp'],
    });
    return payload;
  } catch {
    return null;
  }
}

function digest(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

function encode(jwk: JWK): EncodedKey {
  return Buffer.from(JSON.stringify(jwk)).toString('base64url');
}
