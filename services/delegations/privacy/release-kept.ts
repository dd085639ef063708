import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../shared/journal/journal.ts';
import type { Upkeep } from '../../shared/upkeep.ts';
import { OVER } from '../delegation/delegation.rules.ts';
import { NominationStatus } from '../nomination/nomination.rules.ts';
import { keptSince } from './erasure.rules.ts';

const BATCH = 200;

/** What an official list kept of erased people goes when its time is over. */
export const releaseKept: Upkeep = {
  name: 'release_kept',
  schedule: '40 2 * * *',
  run: ({ em, now }) => releaseKeptNominations(em, now()),
};

/**
 * Withdraws the nominations that active delegations still hold of people who were erased a year ago or longer. In batches,
 * each whole. Delegations that are over keep theirs, for the counts.
 */
export async function releaseKeptNominations(em: EntityManager, now: Date): Promise<void> {
  for (let released = BATCH; released === BATCH; ) {
    released = await em.fork().transactional(async (tx) => {
      const rows = await tx.execute<{ id: string; status: NominationStatus }[]>(
        `with due as (
           select nomination.id, nomination.status
           from nomination join erased_person using (person_id) join delegation on delegation.id = delegation_id
           where erased_at <= ? and nomination.status not in ('REJECTED', 'WITHDRAWN', 'REPLACED')
             and delegation.status not in (?)
           order by nomination.id limit ${BATCH} for update of nomination skip locked
         )
         update nomination set status = 'WITHDRAWN', version = version + 1 from due where nomination.id = due.id
         returning nomination.id, due.status`,
        [keptSince(now), [...OVER]],
      );
      for (const { id, status } of rows) {
        const changes = [{ field: 'status', from: status, to: NominationStatus.WITHDRAWN }];
        audit(tx, { actorId: null, command: 'withdrawNomination', subjectId: id, changes }, now);
      }
      return rows.length;
    });
  }
}
