import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { lockOpening, moveOpening } from '../move-opening.ts';
import { OpeningStatus } from '../opening.rules.ts';

const BATCH = 100;

/** Every minute, openings whose deadline has passed are closed for applications. Applications are late without it, too. */
export const closeDueOpenings: Upkeep = {
  name: 'openings',
  schedule: '* * * * *',
  async run({ em, now, log }) {
    for (const id of await dueOpenings(em, now())) {
      if (await closeDueOpening(em.fork(), id, now())) log.info({ openingId: id }, 'opening closed for applications');
    }
  },
};

/** Closes an opening whose deadline has passed, in a transaction of its own. False where it has not, or was closed. */
export function closeDueOpening(em: EntityManager, id: string, now: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const opening = await lockOpening(tx, id);
    if (opening?.status !== OpeningStatus.PUBLISHED || opening.applicationDeadline >= now) return false;
    opening.closedAt = now;
    const to = OpeningStatus.CLOSED_FOR_APPLICATIONS;
    await moveOpening(tx, opening, { to, actorId: null, command: 'closeOpening' }, now);
    return true;
  });
}

async function dueOpenings(em: EntityManager, now: Date): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from opening where status = 'PUBLISHED' and application_deadline < ?
     order by application_deadline, id limit ?`,
    [now, BATCH],
  );
  return rows.map(({ id }) => id);
}
