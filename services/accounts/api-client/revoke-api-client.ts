import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { ApiClient } from './api-client.entity.ts';

export interface RevokeApiClient {
  readonly actorId: string;
  readonly apiClientId: string;
  readonly reason: string | null;
}

export type RevokeApiClientOutcome = { readonly apiClientId: string } | { readonly refusal: 'api-client-not-found' };

/** Ends a system's access, at once. One that has ended already stays as it was. */
export function revokeApiClient(
  em: EntityManager,
  { actorId, apiClientId, reason }: RevokeApiClient,
  now: Date,
): Promise<RevokeApiClientOutcome> {
  return em.transactional(async (tx) => {
    const client = await tx.findOne(ApiClient, apiClientId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!client) return { refusal: 'api-client-not-found' };
    if (client.revokedAt) return { apiClientId };

    client.revokedAt = now;
    const changes = [{ field: 'revokedAt', from: null, to: now.toISOString() }];
    audit(tx, { actorId, command: 'revokeApiClient', subjectId: apiClientId, changes, reason }, now);
    publish(tx, 'ApiClientRevoked', { apiClientId, countryCode: client.countryCode }, now);
    return { apiClientId };
  });
}
