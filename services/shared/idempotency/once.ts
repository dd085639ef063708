import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Claim {
  readonly actorId: string;
  /** Name of the use case; keys of different operations do not meet. */
  readonly operation: string;
  /** Chosen by the client; absent, the act is done each time. */
  readonly key: string | null | undefined;
  /** What the act was asked with, the key left out. Compared by content. */
  readonly input: unknown;
}

/**
 * Acts once for a key, inside the caller's transaction.
 *
 * The same key and input give the outcome of the first time, also when both run at the same moment: the second waits
 * for the first to commit. The same key with another input gives the refusal. `Outcome` must survive JSON.
 */
export async function once<Outcome extends object>(
  tx: EntityManager,
  { actorId, operation, key, input }: Claim,
  now: Date,
  act: () => Promise<Outcome>,
): Promise<Outcome | { refusal: 'idempotency-key-reused' }> {
  if (key == null) return act();
  const inputHash = createHash('sha256').update(canonical(input)).digest('base64url');
  const claimed = await tx.execute(
    `insert into idempotency_key (actor_id, operation, key, input_hash, created_at) values (?, ?, ?, ?, ?)
     on conflict do nothing returning key`,
    [actorId, operation, key, inputHash, now],
  );
  if (claimed.length === 0) {
    const [earlier] = await tx.execute<{ input_hash: string; outcome: Outcome }[]>(
      'select input_hash, outcome from idempotency_key where actor_id = ? and operation = ? and key = ?',
      [actorId, operation, key],
    );
    return earlier?.input_hash === inputHash ? earlier.outcome : { refusal: 'idempotency-key-reused' };
  }
  const outcome = await act();
  await tx.execute('update idempotency_key set outcome = ?::jsonb where actor_id = ? and operation = ? and key = ?', [
    JSON.stringify(outcome),
    actorId,
    operation,
    key,
  ]);
  return outcome;
}

/** JSON with the keys of every object in one order, so that equal inputs read equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
