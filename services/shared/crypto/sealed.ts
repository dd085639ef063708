import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** An encrypted text as it is kept: which key opens it, and base64 of the rest. */
export interface Sealed {
  readonly keyId: string;
  /** 96 bits of chance, new for each value. */
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/**
 * Where a value belongs: what it is, and the IDs of what it is kept with. It is authenticated with the value, so that one
 * moved to another row does not open.
 */
export type Place = readonly string[];

/** A sealed value that does not open: its key is missing or another one, or it was changed or moved. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Encrypts a text with the first key. Throws where there is no key. */
export function seal(keys: KeyRing, text: string, place: Place): Sealed {
  const { id: keyId, bytes } = keys.first;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(written(place));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    keyId,
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The text of a sealed value. Throws `SealBroken` where it does not open; its message holds nothing of the value. */
export function unseal(keys: KeyRing, sealed: Sealed, place: Place): string {
  const key = keys.byId(sealed.keyId);
  if (!key) throw new SealBroken(`no key is called ${JSON.stringify(sealed.keyId)}`);
  const nonce = Buffer.from(sealed.nonce, 'base64');
  const tag = Buffer.from(sealed.tag, 'base64');
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) throw new SealBroken('this is no sealed value');
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(written(place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.ciphertext, 'base64'), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken(`what was sealed with ${JSON.stringify(sealed.keyId)} was changed, or that is another key`);
  }
}

/** Places read differently whatever their parts hold. */
function written(place: Place): Buffer {
  return Buffer.from(JSON.stringify(place));
}
