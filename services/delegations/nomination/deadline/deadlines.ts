import type { EntityManager } from '@mikro-orm/postgresql';
import { EditionCalendar } from '../../delegation/edition-calendar/edition-calendar.entity.ts';
import type { Deadlines } from './deadlines.rules.ts';

/** The deadlines of an edition, none for one that delegations have not been told of. */
export async function deadlinesOf(tx: EntityManager, editionId: string): Promise<Deadlines> {
  const calendar = await tx.findOne(EditionCalendar, { editionId });
  return {
    nomination: calendar?.nominationClosesAt ?? null,
    confirmation: calendar?.confirmationClosesAt ?? null,
    substitution: calendar?.substitutionClosesAt ?? null,
    timeZone: calendar?.timeZone ?? null,
  };
}
