import type { EntityManager } from '@mikro-orm/postgresql';
import { transitionsFrom } from '../../../../shared/state-machine.rules.ts';
import type { Upkeep } from '../../../../shared/upkeep.ts';
import { type EditionStatus, editionTransitions } from '../../edition.rules.ts';
import { lockEdition } from '../lock-edition.ts';
import { dueStep, stepProblem } from './edition-step.rules.ts';
import { stateOf, takeStep } from './take-step.ts';

/**
 * Every minute, editions go where their calendars say. Late, it takes each step that was missed, in order; twice, the
 * second finds nothing left to do.
 */
export const editionUpkeep: Upkeep = {
  name: 'editions',
  schedule: '* * * * *',
  async run({ em, now, log }) {
    for (const id of await editionsWithDueDates(em, now())) {
      for (let step = await takeDueStep(em.fork(), id, now()); step; step = await takeDueStep(em.fork(), id, now())) {
        log.info({ editionId: id, to: step }, 'edition');
      }
    }
  },
};

/** Takes the one step that is due, in a transaction of its own. Null where none is, or something stands in its way. */
export function takeDueStep(em: EntityManager, editionId: string, now: Date): Promise<EditionStatus | null> {
  return em.transactional(async (tx) => {
    const locked = await lockEdition(tx, editionId);
    if (!locked) return null;
    const state = stateOf(locked);
    const to = dueStep(state, now);
    if (!to || !transitionsFrom(editionTransitions, state.status, 'portal').includes(to)) return null;
    if (stepProblem(state, to, now)) return null;
    await takeStep(tx, locked, to, null, now);
    return to;
  });
}

/** Editions in whose lives a date has come. A demonstration's calendar is moved to the present instead. */
async function editionsWithDueDates(em: EntityManager, now: Date): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from edition
     where not is_demo and (
       status = 'ANNOUNCED' and registration_opens_at <= ?
       or status in ('REGISTRATION_OPEN', 'REGISTRATION_PAUSED') and registration_closes_at <= ?
       or status = 'REGISTRATION_CLOSED' and starts_at <= ?
       or status = 'IN_PROGRESS' and ends_at <= ?
     )
     order by id`,
    [now, now, now, now],
  );
  return rows.map(({ id }) => id);
}
