import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { SealBroken, type Sealed, seal, unseal } from '../../shared/crypto/sealed.ts';
import { SettingsRefusal } from '../../shared/settings.ts';
import { numberPlace } from './identity-document.rules.ts';

interface SealedRow {
  readonly id: string;
  readonly person_id: string;
  readonly number: Sealed;
}

export interface Rotation {
  readonly rotated: number;
  /** Documents whose number does not open; they stay as they are. */
  readonly unreadable: readonly string[];
}

const BATCH = 200;

/**
 * Encrypts every number anew that was encrypted with another key than the first.
 *
 * In batches, each whole or not at all: it may be interrupted and repeated, and several may run side by side. Nothing of
 * a document changes for anybody, so nothing is audited.
 */
export async function rotateDocumentKeys(em: EntityManager, keys: KeyRing, batch = BATCH): Promise<Rotation> {
  const unreadable: string[] = [];
  let rotated = 0;
  for (let after = ''; ; ) {
    const rows = await em.fork().transactional(async (tx) => {
      const taken = await takeRows(tx, keys.first.id, after, batch);
      for (const row of taken) {
        const fresh = sealedAnew(keys, row);
        if (fresh) await tx.execute('update identity_document set number = ?::jsonb where id = ?', [fresh, row.id]);
        else unreadable.push(row.id);
      }
      return taken;
    });
    rotated += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return { rotated: rotated - unreadable.length, unreadable };
    after = last.id;
  }
}

function takeRows(tx: EntityManager, keyId: string, after: string, batch: number): Promise<SealedRow[]> {
  return tx.execute<SealedRow[]>(
    `select id, person_id, number from identity_document
     where number ->> 'keyId' <> ? and id > ? order by id limit ${batch} for update skip locked`,
    [keyId, after],
  );
}

function sealedAnew(keys: KeyRing, { id, person_id, number }: SealedRow): string | null {
  const place = numberPlace(id, person_id);
  try {
    return JSON.stringify(seal(keys, unseal(keys, number, place), place));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/**
 * Makes sure that the keys open what is kept, by one document of each key.
 *
 * Throws `SettingsRefusal` where a key is missing or is another one, before anybody meets a number that does not open.
 */
export async function checkDocumentKeys(em: EntityManager, keys: KeyRing): Promise<void> {
  const rows = await em.execute<SealedRow[]>(
    `select distinct on (number ->> 'keyId') id, person_id, number from identity_document order by number ->> 'keyId', id`,
  );
  const problems = rows.flatMap(({ id, person_id, number }) => {
    try {
      unseal(keys, number, numberPlace(id, person_id));
      return [];
    } catch (error) {
      if (error instanceof SealBroken)
        return [`ENCRYPTION_KEYS: documents are kept that need another key: ${error.message}`];
      throw error;
    }
  });
  if (problems.length > 0) throw new SettingsRefusal(problems.join('\n'));
}
