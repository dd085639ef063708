import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { audit } from '../../shared/journal/journal.ts';
import type { Upkeep } from '../../shared/upkeep.ts';
import { Registration } from '../registration/registration.entity.ts';
import { Badge } from './badge.entity.ts';
import { BadgeStatus, HAS_BADGE, IN_FORCE } from './badge.rules.ts';
import { issueBadge } from './issue-badge.ts';

const BATCH = 100;

/**
 * Makes badges for those who take part and have none yet, signs anew where the edition's days have changed, and lets those
 * expire whose edition is over.
 */
export const badgeUpkeep: Upkeep = {
  name: 'badges',
  schedule: '*/5 * * * *',
  async run({ em, keys, now, log }) {
    const issued = await issueMissingBadges(em, keys, now());
    const expired = await expireBadges(em, now());
    if (issued + expired > 0) log.info({ issued, expired }, 'badges');
  },
};

/** In batches, each whole or not at all; returns how many. Repeating it changes nothing. */
export async function issueMissingBadges(em: EntityManager, keys: KeyRing, now: Date, batch = BATCH): Promise<number> {
  for (let total = 0; ; ) {
    const issued = await em.fork().transactional(async (tx) => {
      const lacking = await tx.execute<{ id: string }[]>(
        `select registration.id from registration join edition on edition.id = edition_id
         where registration.status in (?) and edition.ends_at > ?
           and (
             not exists (select from badge where registration_id = registration.id)
             or exists (
               select from badge where registration_id = registration.id and badge.status in (?)
                 and (valid_from, valid_until) is distinct from (
                   date_trunc('day', starts_at, time_zone),
                   date_trunc('day', ends_at at time zone time_zone + interval '1 day') at time zone time_zone
                 )
             )
           )
         order by registration.id limit ? for no key update of registration skip locked`,
        [HAS_BADGE, now, IN_FORCE, batch],
      );
      const registrations = await tx.find(
        Registration,
        { id: { $in: lacking.map(({ id }) => id) } },
        { orderBy: { id: 'asc' } },
      );
      for (const registration of registrations) await issueBadge(tx, registration, keys, now);
      return registrations.length;
    });
    total += issued;
    if (issued < batch) return total;
  }
}

/** In batches, each whole or not at all; returns how many. Repeating it changes nothing. */
export async function expireBadges(em: EntityManager, now: Date, batch = BATCH): Promise<number> {
  for (let total = 0; ; ) {
    const expired = await em.fork().transactional(async (tx) => {
      const badges = await tx.find(
        Badge,
        { status: { $in: [...IN_FORCE] }, validUntil: { $lte: now } },
        { orderBy: { validUntil: 'asc', id: 'asc' }, limit: batch, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      );
      for (const badge of badges) {
        const changes = [{ field: 'status', from: badge.status, to: BadgeStatus.EXPIRED }];
        badge.status = BadgeStatus.EXPIRED;
        badge.endedAt = badge.validUntil;
        audit(tx, { actorId: null, command: 'expireBadge', subjectId: badge.id, changes }, now);
      }
      return badges.length;
    });
    total += expired;
    if (expired < batch) return total;
  }
}
