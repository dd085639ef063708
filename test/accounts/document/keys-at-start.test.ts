import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentKind } from '../../../services/accounts/document/identity-document.rules.ts';
import { recordIdentityDocument } from '../../../services/accounts/document/record-identity-document.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { type OpenServices, openServices } from '../../../services/open-services.ts';
import { derivedKey, type Key, KeyRing } from '../../../services/shared/crypto/key-ring.ts';
import { newId } from '../../../services/shared/ids.ts';
import { silentLog, TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase, type TestDatabase } from '../../support/database.ts';

const key = (id: string): Key => ({ id, bytes: randomBytes(32) });
const derived = derivedKey(TEST_SECRET);
const [old, fresh] = [key('2025'), key('2026')];

describe('a portal that keeps a document, from start to start', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await givenDatabase();
  });
  afterAll(() => database?.drop());

  it('encrypts with the key of its secret where it is given none', async () => {
    await using open = await start(null);

    await keepDocument(open, new KeyRing([derived]));

    expect(await keyIds(open)).toEqual([derived.id]);
  });

  it('does not start where its secret is another one now', async () => {
    const other = new KeyRing([{ ...key(derived.id) }]);

    await expect(start(other)).rejects.toThrow('ENCRYPTION_KEYS: documents are kept that need another key');
  });

  it('encrypts anew once it is given a key', async () => {
    await using open = await start(new KeyRing([old]));

    await expect.poll(() => keyIds(open), { timeout: 10_000 }).toEqual(['2025']);
  });

  it('does not start without that key any more', async () => {
    await expect(start(null)).rejects.toThrow('no key is called "2025"');
    await expect(start(new KeyRing([fresh]))).rejects.toThrow('no key is called "2025"');
  });

  it('encrypts anew once it is given another key before it', async () => {
    await using open = await start(new KeyRing([fresh, old]));

    await expect.poll(() => keyIds(open), { timeout: 10_000 }).toEqual(['2026']);
  });

  it('needs no key but the newest from then on', async () => {
    await using open = await start(new KeyRing([fresh]));

    expect(await keyIds(open)).toEqual(['2026']);
  });

  async function start(keys: KeyRing | null): Promise<OpenServices & AsyncDisposable> {
    const open = await openServices({
      services: [accounts],
      owner: database.owner,
      secret: TEST_SECRET,
      publicUrl: 'http://localhost',
      rateLimits: false,
      demoPassword: null,
      keys,
      now: () => new Date(),
      log: silentLog,
    });
    return { ...open, [Symbol.asyncDispose]: () => open.close() };
  }
});

async function keepDocument(open: OpenServices, keys: KeyRing): Promise<void> {
  const personId = newId('person');
  await emOf(open).execute(`insert into person (id, display_name, created_at) values (?, 'Tester', now())`, [personId]);
  const document = {
    kind: DocumentKind.PASSPORT,
    issuingCountry: 'KZ',
    number: 'N99887766',
    expiresOn: '2099-05-01',
    heldForEditionId: null,
  };
  await recordIdentityDocument(emOf(open), keys, { ...document, personId, idempotencyKey: null }, new Date());
}

async function keyIds(open: OpenServices): Promise<string[]> {
  const rows = await emOf(open).execute<{ id: string }[]>(`select number ->> 'keyId' as id from identity_document`);
  return rows.map(({ id }) => id);
}

function emOf({ running }: OpenServices) {
  const [service] = running;
  if (!service) throw new Error('accounts runs');
  return service.database.orm.em.fork();
}
