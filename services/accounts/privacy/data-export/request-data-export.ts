import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOfToken, makeToken } from '../../../shared/crypto/link-token.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { DataExport } from './data-export.entity.ts';
import { expiryOf, forgottenBefore } from './data-export.rules.ts';

export interface RequestDataExport {
  readonly personId: string;
  readonly idempotencyKey: string | null;
}

export type RequestDataExportOutcome =
  | { readonly exportId: string; readonly token: string | null }
  | { readonly refusal: 'erasure-under-way' | 'idempotency-key-reused' };

type Kept = { readonly exportId: string } | { readonly refusal: 'erasure-under-way' };

/**
 * Gives a person leave to download all that the portal keeps about them.
 *
 * The token is in the first answer only: an answer that is repeated for an idempotency key comes without.
 */
export async function requestDataExport(
  em: EntityManager,
  { personId, idempotencyKey }: RequestDataExport,
  now: Date,
): Promise<RequestDataExportOutcome> {
  const token = makeToken();
  let isNew = false;
  const outcome = await em.transactional((tx) =>
    once<Kept>(
      tx,
      { actorId: personId, operation: 'requestDataExport', key: idempotencyKey, input: {} },
      now,
      async () => {
        isNew = true;
        return allow(tx, personId, token, now);
      },
    ),
  );
  return 'refusal' in outcome ? outcome : { ...outcome, token: isNew ? token : null };
}

async function allow(tx: EntityManager, personId: string, token: string, now: Date): Promise<Kept> {
  // Whoever is erased at this moment is waited for.
  const people = await tx.execute(
    `select from person where id = ? and not exists (select from erasure where person_id = person.id) for share of person`,
    [personId],
  );
  if (people.length === 0) return { refusal: 'erasure-under-way' };
  await tx.execute('delete from data_export where person_id = ? and expires_at < ?', [personId, forgottenBefore(now)]);

  const { id, expiresAt } = tx.create(DataExport, {
    id: newId('data_export'),
    personId,
    tokenHash: hashOfToken(token),
    requestedAt: now,
    expiresAt: expiryOf(now),
  });
  const changes = [{ field: 'expiresAt', from: null, to: expiresAt.toISOString() }];
  audit(tx, { actorId: personId, command: 'requestDataExport', subjectId: personId, changes }, now);
  return { exportId: id };
}
