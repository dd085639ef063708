import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { Availability } from '../../availability/availability.entity.ts';
import { Edition } from '../edition.entity.ts';

/**
 * Tells other services when an edition is held, how many seats it has, until when its delegations may act, and where it is in its life.
 *
 * Called at the end of each act that changes it, after which it is told as a whole; the higher version is the later.
 */
export async function tellSchedule(tx: EntityManager, editionId: string, now: Date): Promise<void> {
  await tx.flush();
  const edition = await tx.findOneOrFail(Edition, editionId, { refresh: true });
  const seats = await tx.findOne(Availability, editionId, { refresh: true });
  publish(
    tx,
    'EditionScheduled',
    {
      editionId,
      year: edition.year,
      timeZone: edition.timeZone,
      nominationClosesAt: edition.nominationClosesAt?.toISOString() ?? null,
      confirmationClosesAt: edition.confirmationClosesAt?.toISOString() ?? null,
      substitutionClosesAt: edition.substitutionClosesAt?.toISOString() ?? null,
      credentialsCloseAt: edition.credentialsCloseAt?.toISOString() ?? null,
      startsAt: edition.startsAt?.toISOString() ?? null,
      endsAt: edition.endsAt?.toISOString() ?? null,
      archivedAt: edition.archivedAt?.toISOString() ?? null,
      status: edition.status,
      capacity: seats?.capacity ?? null,
      version: edition.version,
    },
    now,
  );
}

/** Every night, all editions are told once more: those from before anybody asked, and those whose word was lost. */
export const scheduleUpkeep: Upkeep = {
  name: 'schedules',
  schedule: '35 1 * * *',
  run: ({ em, now }) => tellSchedules(em, now()),
};

/** Tells of every edition. Whoever knows a version does nothing when told of it again. */
export async function tellSchedules(em: EntityManager, now: Date): Promise<void> {
  const editions = await em.execute<{ id: string }[]>('select id from edition order by id');
  for (const { id } of editions) await em.fork().transactional((tx) => tellSchedule(tx, id, now));
}
