import { createHmac, hkdfSync } from 'node:crypto';

export const KEY_BYTES = 32;

/** A key and the name under which sealed values remember it. */
export interface Key {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** The keys of a deployment. The first one seals, all of them open; without any, both are refused. */
export class KeyRing {
  readonly #keys: readonly Key[];

  constructor(keys: readonly Key[]) {
    this.#keys = keys;
  }

  /** The key that seals. Throws where there is none: nothing is ever kept in the clear instead. */
  get first(): Key {
    const [first] = this.#keys;
    if (!first) throw new Error('there is no key to encrypt with');
    return first;
  }

  /**
   * The one key that all services of a deployment have, however each is run: what one seals with it, every other opens.
   *
   * Throws where there is none.
   */
  get common(): KeyRing {
    const key = this.byId(DERIVED);
    if (!key) throw new Error('there is no key that all services have');
    return new KeyRing([key]);
  }

  byId(id: string): Key | null {
    return this.#keys.find((key) => key.id === id) ?? null;
  }

  /** These keys, and one more that opens what was sealed with it. A key of the same name is kept. */
  with(key: Key): KeyRing {
    return this.byId(key.id) ? this : new KeyRing([...this.#keys, key]);
  }

  /**
   * What stands for a text where the text itself may not: without the first key, nobody finds the text by trying.
   *
   * The same text and purpose give the same fingerprint for as long as the first key stays.
   */
  fingerprint(purpose: string, text: string): string {
    const key = hkdfSync('sha256', this.first.bytes, '', `erikti fingerprint: ${purpose}`, KEY_BYTES);
    return createHmac('sha256', Buffer.from(key)).update(text).digest('base64url');
  }
}

/** A service that keeps nothing encrypted needs no keys. */
export const NO_KEYS = new KeyRing([]);

/** Name of the key that follows from a portal's secret. No setting can give a key this name. */
const DERIVED = '~secret';

/** The key that follows from a portal's secret, for one that was given no keys of its own. */
export function derivedKey(secret: string): Key {
  const bytes = hkdfSync('sha256', secret, '', 'erikti encryption of fields', KEY_BYTES);
  return { id: DERIVED, bytes: Buffer.from(bytes) };
}

const KEY = /^([a-z0-9][a-z0-9._-]{0,39}):([A-Za-z0-9+/]{43}=)$/;

/** Reads a list of keys as settings carry it, `2026:base64…,2025:base64…`: the keys, or what is wrong with the list. */
export function readKeys(text: string): KeyRing | { readonly problem: string } {
  const found = text.split(',').map((part) => KEY.exec(part.trim()));
  const keys = found.flatMap((match) =>
    match ? [{ id: match[1] ?? '', bytes: Buffer.from(match[2] ?? '', 'base64') }] : [],
  );
  if (keys.length < found.length) {
    const form = 'write name:key for each key, separated by commas, the newest first';
    return { problem: `${form}; make a key with "openssl rand -base64 ${KEY_BYTES}"` };
  }
  const names = new Set(keys.map(({ id }) => id));
  return names.size < keys.length ? { problem: 'each key needs a name of its own' } : new KeyRing(keys);
}
