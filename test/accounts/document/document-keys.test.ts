import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteStaleDocuments } from '../../../services/accounts/document/delete-documents.ts';
import { DocumentKind, numberPlace } from '../../../services/accounts/document/identity-document.rules.ts';
import { recordIdentityDocument } from '../../../services/accounts/document/record-identity-document.ts';
import { checkDocumentKeys, rotateDocumentKeys } from '../../../services/accounts/document/rotate-document-keys.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { type Key, KeyRing, NO_KEYS } from '../../../services/shared/crypto/key-ring.ts';
import { type Sealed, unseal } from '../../../services/shared/crypto/sealed.ts';
import { newId } from '../../../services/shared/ids.ts';
import { SettingsRefusal } from '../../../services/shared/settings.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { useService } from '../../support/database.ts';

const now = new Date('2026-05-01T08:00:00Z');
const key = (id: string): Key => ({ id, bytes: randomBytes(32) });
const [old, fresh] = [key('2025'), key('2026')];
const [before, both, after] = [new KeyRing([old]), new KeyRing([fresh, old]), new KeyRing([fresh])];

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly number: Sealed;
}

describe('the keys of documents', () => {
  const service = useService(accounts);
  const fork = () => service.running.database.orm.em.fork();
  const personId = newId('person');
  beforeEach(() =>
    asOwner(service.running, async (owner) => {
      await owner.query('truncate identity_document, finished_edition');
      await owner.query(
        `insert into person (id, display_name, created_at) values ($1, 'Tester', now()) on conflict do nothing`,
        [personId],
      );
    }),
  );

  it('change from the old to the new, while both are given and batch by batch', async () => {
    const numbers = await givenDocuments(7, before);
    await givenDocuments(1, both, 'FRESH');

    const rotation = await rotateDocumentKeys(fork(), both, 3);

    expect(rotation).toEqual({ rotated: 7, unreadable: [] });
    expect(await opened(after)).toEqual([...numbers, 'FRESH0']);
    expect(await rotateDocumentKeys(fork(), both, 3)).toEqual({ rotated: 0, unreadable: [] });
  });

  it('go on changing where they were interrupted', async () => {
    const numbers = await givenDocuments(7, before);

    await expect(rotateDocumentKeys(breaking(fork(), 2), both, 3)).rejects.toThrow('the power went out');
    const between = await keyIds();
    const rotation = await rotateDocumentKeys(fork(), both, 3);

    expect(between.filter((id) => id === '2026')).toHaveLength(3);
    expect(rotation).toEqual({ rotated: 4, unreadable: [] });
    expect(await opened(after)).toEqual(numbers);
  });

  it('change once where several change them at the same time', async () => {
    const numbers = await givenDocuments(9, before);

    const rotations = await Promise.all([1, 2, 3].map((batch) => rotateDocumentKeys(fork(), both, batch)));

    await rotateDocumentKeys(fork(), both);
    expect(rotations.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(await opened(after)).toEqual(numbers);
  });

  it('leave what does not open as it is, name it, and change the rest', async () => {
    await givenDocuments(5, before);
    const [broken] = await rows();
    await asOwner(service.running, (owner) =>
      owner.query(
        `update identity_document set number = number || '{"tag": "AAAAAAAAAAAAAAAAAAAAAA=="}' where id = $1`,
        [broken?.id],
      ),
    );

    const rotation = await rotateDocumentKeys(fork(), both, 2);

    expect(rotation).toEqual({ rotated: 4, unreadable: [broken?.id] });
    expect(await keyIds()).toEqual(['2025', '2026', '2026', '2026', '2026']);
  });

  it.each([
    ['nothing is kept', 0, NO_KEYS],
    ['the keys open what is kept', 2, both],
  ])('are as they should be where %s', async (_case, count, keys) => {
    await givenDocuments(count, before);

    await expect(checkDocumentKeys(fork(), keys)).resolves.toBeUndefined();
  });

  it.each([
    ['is missing', after, 'no key is called "2025"'],
    ['is another one', new KeyRing([key('2025')]), 'was changed, or that is another key'],
  ])('stop the start where one %s', async (_case, keys, words) => {
    await givenDocuments(2, before);

    const check = checkDocumentKeys(fork(), keys);

    await expect(check).rejects.toThrow(SettingsRefusal);
    await expect(check).rejects.toThrow(`ENCRYPTION_KEYS: documents are kept that need another key: `);
    await expect(check).rejects.toThrow(words);
  });

  it('are needed to keep a document at all', async () => {
    await expect(givenDocuments(1, NO_KEYS)).rejects.toThrow('there is no key to encrypt with');
    expect(await rows()).toEqual([]);
  });

  it('do not matter where documents go that nobody needs', async () => {
    const edition = newId('forum_edition');
    await givenDocuments(3, before, 'OVER', { expiresOn: '2026-04-29' });
    await givenDocuments(2, before, 'DONE', { heldForEditionId: edition });
    await givenDocuments(1, before, 'GOOD', { expiresOn: '2026-04-30' });
    await asOwner(service.running, (owner) =>
      owner.query('insert into finished_edition (edition_id, noted_at) values ($1, now())', [edition]),
    );

    const deleted = await deleteStaleDocuments(fork(), now, 2);

    expect(deleted).toBe(5);
    expect(await opened(before)).toEqual(['GOOD0']);
    const audited = await fork().execute(`select from audit_entry where command = 'deleteStaleDocuments'`);
    expect(audited).toHaveLength(5);
  });

  async function givenDocuments(
    count: number,
    keys: KeyRing,
    series = 'NUMBER',
    change: { expiresOn?: string; heldForEditionId?: string } = {},
  ): Promise<string[]> {
    const numbers = Array.from({ length: count }, (_, index) => `${series}${index}`);
    for (const number of numbers) {
      const command = {
        kind: DocumentKind.PASSPORT,
        issuingCountry: 'KZ',
        number,
        expiresOn: '2031-05-01',
        heldForEditionId: null,
        ...change,
        personId,
        idempotencyKey: null,
      };
      expect(await recordIdentityDocument(fork(), keys, command, now)).toEqual({ documentId: expect.any(String) });
    }
    return numbers;
  }

  function rows(): Promise<Row[]> {
    return fork().execute<Row[]>('select id, person_id, number from identity_document order by id');
  }

  async function keyIds(): Promise<string[]> {
    return (await rows()).map(({ number }) => number.keyId);
  }

  async function opened(keys: KeyRing): Promise<string[]> {
    return (await rows()).map(({ id, person_id, number }) => unseal(keys, number, numberPlace(id, person_id)));
  }
});

/** Work that ends when its n-th batch begins. */
function breaking(em: EntityManager, batch: number): EntityManager {
  let begun = 0;
  return new Proxy(em, {
    get(target, name) {
      if (name !== 'fork') return Reflect.get(target, name);
      begun++;
      if (begun >= batch) throw new Error('the power went out');
      return () => target.fork();
    },
  });
}
