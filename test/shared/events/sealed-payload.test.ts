import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { derivedKey, KeyRing, NO_KEYS } from '../../../services/shared/crypto/key-ring.ts';
import { SealBroken } from '../../../services/shared/crypto/sealed.ts';
import { addressKey, openPayload, sealPayload } from '../../../services/shared/events/sealed-payload.ts';

const SECRET = 'a secret that two services share';
/** Accounts has keys of its own, and the forum the one that follows from the secret. */
const accounts = new KeyRing([{ id: '2026', bytes: Buffer.alloc(32, 7) }]).with(derivedKey(SECRET));
const forum = NO_KEYS.with(derivedKey(SECRET));
const stranger = NO_KEYS.with(derivedKey('another secret'));
const Name = z.object({ family: z.string() });

describe('what an event tells of a person', () => {
  const sealed = sealPayload(accounts, 'ProfileNoted', 'person_1', { family: 'Ахметова' });

  it('opens in another service of the deployment, and in the one that sealed it', () => {
    const name = { family: 'Ахметова' };

    expect(openPayload(forum, 'ProfileNoted', 'person_1', sealed, Name)).toEqual(name);
    expect(openPayload(accounts, 'ProfileNoted', 'person_1', sealed, Name)).toEqual(name);
    const back = sealPayload(forum, 'NoticeDue', 'registration_1', name);
    expect(openPayload(accounts, 'NoticeDue', 'registration_1', back, Name)).toEqual(name);
  });

  it('shows nothing, and looks different each time', () => {
    const again = sealPayload(accounts, 'ProfileNoted', 'person_1', { family: 'Ахметова' });

    expect(sealed).not.toContain('Ахметова');
    expect(again).not.toBe(sealed);
  });

  it.each([
    ['in another deployment', stranger, 'ProfileNoted', 'person_1'],
    ['in an event of another type', forum, 'NoticeDue', 'person_1'],
    ['in an event about somebody else', forum, 'ProfileNoted', 'person_2'],
  ])('does not open %s', (_where, keys, type, id) => {
    expect(() => openPayload(keys, type, id, sealed, Name)).toThrow(SealBroken);
  });

  it('is not taken in another form than was agreed', () => {
    expect(() => openPayload(forum, 'ProfileNoted', 'person_1', sealed, z.object({ given: z.string() }))).toThrow();
    expect(() => openPayload(forum, 'ProfileNoted', 'person_1', 'in the clear', Name)).toThrow();
  });

  it('is never sealed with nothing', () => {
    expect(() => sealPayload(NO_KEYS, 'ProfileNoted', 'person_1', null)).toThrow('no key that all services have');
  });
});

describe('the key of an address', () => {
  it('is the same in every service, whatever its case and the spaces around it', () => {
    const keys = [
      addressKey(accounts, 'aida@people.example'),
      addressKey(forum, ' Aida@People.EXAMPLE '),
      addressKey(accounts, 'AIDA@people.example'),
    ];

    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{43}$/);
  });

  it('is another one for another address, and in another deployment', () => {
    const keys = [
      addressKey(forum, 'aida@people.example'),
      addressKey(forum, 'aida@people.example.com'),
      addressKey(stranger, 'aida@people.example'),
    ];

    expect(new Set(keys).size).toBe(3);
  });
});
