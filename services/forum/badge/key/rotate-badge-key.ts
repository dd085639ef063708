import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { BadgeKey } from './badge-key.entity.ts';
import { lockKeys, replaceKey } from './signing-key.ts';

export interface RotateBadgeKey {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Checked already. */
  readonly reason: string | null;
}

export type RotateBadgeKeyOutcome = { readonly keyId: string } | { readonly refusal: 'idempotency-key-reused' };

/** Lets another key sign from now on. What earlier keys signed stays good until it expires. */
export function rotateBadgeKey(
  em: EntityManager,
  keys: KeyRing,
  { actorId, idempotencyKey, reason }: RotateBadgeKey,
  now: Date,
): Promise<RotateBadgeKeyOutcome> {
  const operation = 'rotateBadgeKey';
  return em.transactional((tx) =>
    once<RotateBadgeKeyOutcome>(tx, { actorId, operation, key: idempotencyKey, input: { reason } }, now, async () => {
      await lockKeys(tx);
      const current = await tx.findOne(BadgeKey, { retiredAt: null });
      // Its audit() entry is written with the key.
      const { keyId } = await replaceKey(tx, current, keys, { actorId, command: operation, reason }, now);
      return { keyId };
    }),
  );
}
