import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derivedKey, type Key, KeyRing, NO_KEYS, readKeys } from '../../../services/shared/crypto/key-ring.ts';
import { SealBroken, type Sealed, seal, unseal } from '../../../services/shared/crypto/sealed.ts';

const key = (id: string): Key => ({ id, bytes: randomBytes(32) });
const [old, fresh] = [key('2025'), key('2026')];
const keys = new KeyRing([fresh]);
const place = ['document', 'document_1', 'person_1'];
const sealed = seal(keys, 'N12345678', place);

describe('a sealed text', () => {
  it('opens to what it was, whatever the script', () => {
    for (const text of ['N12345678', '', 'Құпия 🔑', 'x'.repeat(10_000)]) {
      expect(unseal(keys, seal(keys, text, place), place)).toBe(text);
    }
  });

  it('holds nothing of the text, and is another one each time', () => {
    const again = seal(keys, 'N12345678', place);

    expect(sealed.keyId).toBe('2026');
    expect(JSON.stringify(sealed)).not.toContain('N12345678');
    expect(Buffer.from(sealed.ciphertext, 'base64').toString('latin1')).not.toContain('N12345678');
    expect([again.nonce === sealed.nonce, again.ciphertext === sealed.ciphertext]).toEqual([false, false]);
    expect(Buffer.from(sealed.nonce, 'base64')).toHaveLength(12);
    expect(Buffer.from(sealed.tag, 'base64')).toHaveLength(16);
  });

  it.each<[string, Partial<Sealed>]>([
    ['a bit of the text', { ciphertext: flipped(sealed.ciphertext) }],
    ['the end of the text', { ciphertext: shortened(sealed.ciphertext) }],
    ['a bit of the nonce', { nonce: flipped(sealed.nonce) }],
    ['the length of the nonce', { nonce: shortened(sealed.nonce) }],
    ['a bit of the tag', { tag: flipped(sealed.tag) }],
    ['the length of the tag', { tag: shortened(sealed.tag) }],
    ['the tag to nothing', { tag: '' }],
    ['the key to one there is not', { keyId: '2024' }],
    ['all of it to that of another text', { ...seal(keys, 'other', place), tag: sealed.tag }],
  ])('does not open with a change of %s', (_case, change) => {
    expect(() => unseal(keys, { ...sealed, ...change }, place)).toThrow(SealBroken);
  });

  it.each([
    ['of another thing', ['document', 'document_2', 'person_1']],
    ['of another person', ['document', 'document_1', 'person_2']],
    ['of another kind', ['letter', 'document_1', 'person_1']],
    ['whose parts are cut elsewhere', ['document', 'document_1person_1']],
    ['of nothing', []],
  ])('does not open in the place %s', (_case, elsewhere) => {
    expect(() => unseal(keys, sealed, elsewhere)).toThrow(SealBroken);
  });

  it('does not open with another key of the same name', () => {
    expect(() => unseal(new KeyRing([key('2026')]), sealed, place)).toThrow(SealBroken);
  });

  it('opens with any key of the ring, and is sealed with the first', () => {
    const before = seal(new KeyRing([old]), 'N12345678', place);
    const both = new KeyRing([fresh, old]);

    expect(unseal(both, before, place)).toBe('N12345678');
    expect(seal(both, 'N12345678', place).keyId).toBe('2026');
  });

  it('is never made without a key', () => {
    expect(() => seal(NO_KEYS, 'N12345678', place)).toThrow('there is no key to encrypt with');
  });
});

describe('the keys of a deployment', () => {
  const [a, b] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

  it('are read with the newest first', () => {
    const read = readKeys(`2026:${a}, 2025:${b}`);

    if ('problem' in read) throw new Error(read.problem);
    expect(read.first.id).toBe('2026');
    expect(read.byId('2025')?.bytes.toString('base64')).toBe(b);
  });

  it.each([
    ['nothing', ''],
    ['a key without a name', a],
    ['a key that is too short', '2026:c2hvcnQ='],
    ['a key in another spelling', `2026:${Buffer.from(a, 'base64').toString('hex')}`],
    ['a name in capitals', `KEY:${a}`],
    ['the name of the derived key', `~secret:${a}`],
    ['a comma too many', `2026:${a},`],
    ['a name twice', `2026:${a},2026:${b}`],
  ])('are not %s', (_case, text) => expect(readKeys(text)).toEqual({ problem: expect.any(String) }));

  it('follow from a secret where none are given: always the same from the same', () => {
    const [one, same, other] = ['a secret', 'a secret', 'another'].map(derivedKey);

    expect(one?.bytes).toHaveLength(32);
    expect([one?.bytes.equals(same?.bytes ?? one.bytes), one?.bytes.equals(other?.bytes ?? one.bytes)]).toEqual([
      true,
      false,
    ]);
  });

  it('give a fingerprint that only they give, for one purpose', () => {
    const print = keys.fingerprint('number', 'N12345678');

    expect(print).toBe(new KeyRing([fresh, old]).fingerprint('number', 'N12345678'));
    expect(print).not.toBe(keys.fingerprint('name', 'N12345678'));
    expect(print).not.toBe(new KeyRing([old]).fingerprint('number', 'N12345678'));
  });
});

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes.toString('base64');
}

function shortened(base64: string): string {
  return Buffer.from(base64, 'base64').subarray(0, -1).toString('base64');
}
