import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit } from '../../shared/journal/journal.ts';
import { ApiClient } from './api-client.entity.ts';
import { hashOfKey, makeApiKey } from './api-key.ts';

export interface CreateApiClient {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly name: string;
  readonly country: string;
  readonly expiresAt: Date | null;
}

export type CreateApiClientOutcome =
  | { readonly apiClientId: string; readonly key: string | null }
  | { readonly refusal: 'already-ended' | 'idempotency-key-reused' };

/**
 * Registers a system of a partner country and makes its key.
 *
 * The key is in the first answer only: an answer that is repeated for an idempotency key comes without.
 */
export async function createApiClient(
  em: EntityManager,
  command: CreateApiClient,
  now: Date,
): Promise<CreateApiClientOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  if (input.expiresAt !== null && input.expiresAt <= now) return { refusal: 'already-ended' };
  const key = makeApiKey();
  let isNew = false;
  const outcome = await em.transactional((tx) =>
    once<{ apiClientId: string }>(
      tx,
      { actorId, operation: 'createApiClient', key: idempotencyKey, input },
      now,
      async () => {
        isNew = true;
        return register(tx, command, key, now);
      },
    ),
  );
  return 'refusal' in outcome ? outcome : { ...outcome, key: isNew ? key : null };
}

async function register(
  tx: EntityManager,
  { actorId, name, country, expiresAt }: CreateApiClient,
  key: string,
  now: Date,
): Promise<{ apiClientId: string }> {
  const { id } = tx.create(ApiClient, {
    id: newId('api_client'),
    name,
    countryCode: country,
    keyHash: hashOfKey(key),
    createdAt: now,
    createdById: actorId,
    expiresAt,
  });
  const changes = [
    { field: 'country', from: null, to: country },
    { field: 'expiresAt', from: null, to: expiresAt?.toISOString() ?? null },
  ];
  audit(tx, { actorId, command: 'createApiClient', subjectId: id, changes }, now);
  return { apiClientId: id };
}
