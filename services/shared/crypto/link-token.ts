import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;
/** What a token is compared with where there is nothing to open: nothing has this hash. */
const NOTHING = hashOfToken(randomBytes(TOKEN_BYTES).toString('base64url'));

/** Makes a token that opens what a link leads to: 256 bits of chance, so its hash needs no salt and no slowness. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the portal keeps of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether a token has this hash; null is the hash of none. Takes as long whatever the answer. */
export function isToken(token: string, hash: string | null): boolean {
  return timingSafeEqual(Buffer.from(hashOfToken(token)), Buffer.from(hash ?? NOTHING)) && hash !== null;
}
