import type { EntityManager } from '@mikro-orm/postgresql';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { ApplicationOutcome, ApplicationStatus, applicationTransitions, IN_SELECTION } from '../application.rules.ts';
import { lockApplication, moveApplication } from '../move-application.ts';

const BATCH = 500;

/**
 * Ends applications whose applicants have not confirmed changed terms in time. Repeating it changes nothing. Returns how
 * many have ended.
 *
 * A placement that is offered already has an expiry of its own.
 */
export async function endUnconfirmed(em: EntityManager, now: Date): Promise<number> {
  const due = await em.execute<{ id: string }[]>(
    `select id from application where confirmation_ends_at < ? and status in (?) order by confirmation_ends_at, id limit ${BATCH}`,
    [now, [...IN_SELECTION]],
  );
  let ended = 0;
  for (const { id } of due) if (await em.fork().transactional((tx) => end(tx, id, now))) ended += 1;
  return ended;
}

async function end(tx: EntityManager, id: string, now: Date): Promise<boolean> {
  const application = (await lockApplication(tx, id))?.application;
  const to = ApplicationStatus.NOT_SELECTED;
  if (!application?.confirmationEndsAt || application.confirmationEndsAt >= now) return false;
  if (!transitionsFrom(applicationTransitions, application.status, 'portal').includes(to)) return false;
  const outcome = ApplicationOutcome.TERMS_NOT_CONFIRMED;
  application.confirmationEndsAt = null;
  await moveApplication(tx, application, { to, outcome, actorId: null, command: 'endUnconfirmed' }, now);
  return true;
}

export const confirmationUpkeep: Upkeep = {
  name: 'unconfirmed_terms',
  schedule: '*/10 * * * *',
  async run({ em, now, log }) {
    const ended = await endUnconfirmed(em, now());
    if (ended > 0) log.info({ ended }, 'terms that were not confirmed');
  },
};
