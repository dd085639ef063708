import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { RequestScope } from './subgraph-request.ts';

const ALGORITHM = 'EdDSA';
const ISSUER = 'gateway';
/** A token serves one request that is on its way; clocks of one deployment differ by less. */
const LIFETIME_SECONDS = 30;

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

/** Tells a service, and only that one, on whose behalf the gateway sends exactly this body. */
export function signScope(key: CryptoKey, service: string, body: string, scope: RequestScope): Promise<string> {
  return new SignJWT({ scope, body: digest(body) })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(service)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/** The scope the gateway signed for this service and body; null for anything else. */
export async function verifyScope(
  key: CryptoKey,
  service: string,
  body: string,
  token: string,
): Promise<RequestScope | null> {
  try {
    const { payload } = await jwtVerify<{ scope: RequestScope; body: string }>(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: service,
    });
    return payload.body === digest(body) ? payload.scope : null;
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
