import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { needsGoBefore } from '../../edition/administration/retention/retention.rules.ts';

/** All that is known of somebody whom an organisation registered, and who never opened an account. */
const IDENTITY = ['native_name', 'latin_name', 'birth_date', 'citizenship', 'folded_name'];

/** Every night: what organisations wrote of others goes when needs go. Who has no account cannot have it erased. */
export const groupNamesUpkeep: Upkeep = {
  name: 'group_names',
  schedule: '20 2 * * *',
  async run({ em, now, log }) {
    const forgotten = await forgetNames(em, now());
    if (forgotten > 0) log.info({ forgotten }, 'names in lists of organisations');
  },
};

/**
 * Forgets what organisations wrote their people's names as, and all of those without an account, of editions that ended
 * long enough ago. An edition at a time; returns of how many registrations. Repeating it changes nothing.
 */
export async function forgetNames(em: EntityManager, now: Date): Promise<number> {
  const isDue = `written_name is not null or person_id is null and num_nonnulls(${IDENTITY.join(', ')}) > 0`;
  const due = await em.execute<{ id: string }[]>(
    `select id from edition
     where ended_at <= ? and exists (select from registration where edition_id = edition.id and (${isDue}))
     order by id`,
    [needsGoBefore(now)],
  );
  let forgotten = 0;
  for (const { id } of due) {
    forgotten += await em.fork().transactional(async (tx) => {
      const kept = IDENTITY.map((column) => `${column} = case when person_id is not null then ${column} end`);
      const rows = await tx.execute(
        `update registration set written_name = null, ${kept.join(', ')}, version = version + 1
         where edition_id = ? and (${isDue}) returning id`,
        [id],
      );
      const changes = [{ field: 'forgottenNames', from: null, to: rows.length }];
      audit(tx, { actorId: null, command: 'forgetNames', subjectId: id, changes }, now);
      return rows.length;
    });
  }
  return forgotten;
}
