import type { EntityManager } from '@mikro-orm/postgresql';
import { moveAll } from '../../shared/journal/move-all.ts';
import { BadgeStatus, badgeTransitions } from './badge.rules.ts';

const REVOCABLE = badgeTransitions
  .filter(({ to, by }) => to === BadgeStatus.REVOKED && by.includes('portal'))
  .map(({ from }) => from);

/**
 * Revokes every badge of an edition that will not take place, in one statement.
 *
 * In the caller's transaction, which holds the locks of the edition's registrations.
 */
export function revokeBadgesOfEdition(
  tx: EntityManager,
  editionId: string,
  { actorId, command }: { readonly actorId: string | null; readonly command: string },
  now: Date,
): Promise<void> {
  return moveAll(
    tx,
    {
      table: 'badge',
      where: 'edition_id = ?',
      values: [editionId],
      from: REVOCABLE,
      to: BadgeStatus.REVOKED,
      also: { set: 'ended_at = coalesce(ended_at, ?)', values: [now] },
      actorId,
      command,
      event: 'BadgeRevoked',
      keys: { badgeId: 'id', registrationId: 'registration_id', editionId: 'edition_id' },
    },
    now,
  );
}
