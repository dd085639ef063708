import { createHash, randomBytes } from 'node:crypto';
import { KEY_PREFIX } from './api-key.rules.ts';

const KEY_BYTES = 32;

/** Makes a key: 256 bits of chance, so its hash needs no salt and no slowness. */
export function makeApiKey(): string {
  return `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
}

/** What the portal keeps of a key. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
