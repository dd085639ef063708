import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { PortalLanguage } from '../../shared/text/localize.rules.ts';
import { ABSENT, checkOrder, DEFAULT_LANGUAGE, type OrderViolation } from './precedence.rules.ts';

export interface SetPrecedence {
  readonly actorId: string;
  readonly editionId: string;
  /** All delegations that come, in their order; null for the order of the alphabet. */
  readonly delegationIds: readonly string[] | null;
  /** By whose alphabet those stand that have no place; null to leave it as it is. */
  readonly language: PortalLanguage | null;
}

export type SetPrecedenceOutcome =
  | { readonly editionId: string }
  | { readonly refusal: 'edition-not-found' }
  | { readonly refusal: 'no-order'; readonly violations: readonly OrderViolation[] };

/**
 * Sets the order of precedence of the delegations to an edition: all that come, each once. One that is invited later stands
 * after them.
 */
export function setPrecedence(
  em: EntityManager,
  { actorId, editionId, delegationIds, language }: SetPrecedence,
  now: Date,
): Promise<SetPrecedenceOutcome> {
  return em.transactional(async (tx) => {
    // Whoever sets an order for the same edition at the same moment waits here.
    const known = await tx.execute('select from edition_calendar where edition_id = ? for no key update', [editionId]);
    if (known.length === 0) return { refusal: 'edition-not-found' };
    const present = await tx.execute<{ id: string }[]>(
      'select id from delegation where edition_id = ? and status not in (?) order by id for no key update',
      [editionId, [...ABSENT]],
    );
    const violations = delegationIds
      ? checkOrder(
          delegationIds,
          present.map(({ id }) => id),
        )
      : [];
    if (violations.length > 0) return { refusal: 'no-order', violations };

    await tx.execute('update delegation set precedence = null where edition_id = ? and precedence is not null', [
      editionId,
    ]);
    if (delegationIds) {
      await tx.execute(
        `update delegation set precedence = ordered.place
         from jsonb_array_elements_text(?::jsonb) with ordinality as ordered (id, place)
         where delegation.id = ordered.id`,
        [JSON.stringify(delegationIds)],
      );
    }
    const [before] = await tx.execute<{ language: PortalLanguage }[]>(
      'select language from protocol_order where edition_id = ?',
      [editionId],
    );
    const from = before?.language ?? DEFAULT_LANGUAGE;
    const to = language ?? from;
    await tx.execute(
      `insert into protocol_order (edition_id, language) values (?, ?)
       on conflict (edition_id) do update set language = excluded.language`,
      [editionId, to],
    );
    const changes = [
      { field: 'precedence', from: null, to: delegationIds?.join(' ') ?? null },
      { field: 'language', from, to },
    ];
    audit(tx, { actorId, command: 'setPrecedence', subjectId: editionId, changes }, now);
    publish(tx, 'PrecedenceSet', { editionId, language: to }, now);
    return { editionId };
  });
}
