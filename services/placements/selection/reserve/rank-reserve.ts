import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { Application } from '../../application/application.entity.ts';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { lockOpening } from '../../opening/move-opening.ts';
import type { Refused } from '../refusal/refusal.rules.ts';

export interface RankReserve {
  /** Who runs placements. */
  readonly actorId: string;
  readonly openingId: string;
  /** The whole reserve, the first first. */
  readonly applicationIds: readonly string[];
}

export type RankReserveOutcome =
  | { readonly applicationIds: readonly string[] }
  | Refused<'opening-not-found' | 'reserve-differs'>;

/** Puts the reserve of an opening in an order. Whoever joins it later stands at its end. */
export function rankReserve(
  em: EntityManager,
  { actorId, openingId, applicationIds }: RankReserve,
  now: Date,
): Promise<RankReserveOutcome> {
  return em.transactional(async (tx) => {
    const opening = await lockOpening(tx, openingId);
    if (!opening) return { refusal: 'opening-not-found' };
    const reserve = await tx.find(
      Application,
      { opening, status: ApplicationStatus.RESERVE },
      { orderBy: { rank: 'asc', id: 'asc' }, refresh: true },
    );
    const asked = new Set(applicationIds);
    const isWhole = asked.size === applicationIds.length && asked.size === reserve.length;
    if (!isWhole || reserve.some(({ id }) => !asked.has(id))) {
      return { refusal: 'reserve-differs', applicationIds: reserve.map(({ id }) => id) };
    }
    for (const application of reserve) {
      const { id: subjectId, rank: from = null } = application;
      const to = applicationIds.indexOf(subjectId) + 1;
      if (from === to) continue;
      application.rank = to;
      audit(tx, { actorId, command: 'rankReserve', subjectId, changes: [{ field: 'rank', from, to }] }, now);
    }
    await tx.flush();
    return { applicationIds };
  });
}
