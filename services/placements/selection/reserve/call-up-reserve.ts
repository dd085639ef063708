import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../shared/journal/journal.ts';
import { Application } from '../../application/application.entity.ts';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { keysOf, moveApplication } from '../../application/move-application.ts';
import type { Opening } from '../../opening/opening.entity.ts';
import { CHOSEN, callsUp, isSelecting } from '../selection.rules.ts';

/**
 * Gives places that have come free to the reserve, in its order: the first of it are preferred now, and an officer offers.
 *
 * Whoever is chosen already and waits for an offer comes before the reserve. Repeating it changes nothing. In the caller's
 * transaction, which holds the opening's lock and has flushed what sets the place free.
 */
export async function callUpReserve(tx: EntityManager, opening: Opening, now: Date): Promise<void> {
  if (!isSelecting(opening.status)) return;
  const [places] = await tx.execute<{ free: number; chosen: number }[]>(
    `select free, (select count(*)::int from application where application.opening_id = opening_positions.opening_id
       and status in (?)) as chosen
     from opening_positions where opening_id = ?`,
    [[...CHOSEN], opening.id],
  );
  const count = places ? callsUp(places) : 0;
  if (count === 0) return;
  const next = await tx.find(
    Application,
    { opening, status: ApplicationStatus.RESERVE },
    { orderBy: { rank: 'asc', id: 'asc' }, limit: count, refresh: true },
  );
  for (const application of next) {
    const step = { to: ApplicationStatus.PREFERRED, actorId: null, command: 'callUpReserve' };
    await moveApplication(tx, application, step, now);
    publish(tx, 'ReserveOpened', keysOf(application), now);
  }
  await tx.flush();
}
