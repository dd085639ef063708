import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import { isHeld } from './edition-calendar.rules.ts';

const Instant = z.iso.datetime().nullable();
const Schedule = z.object({
  editionId: z.string(),
  year: z.int(),
  timeZone: z.string(),
  nominationClosesAt: Instant,
  confirmationClosesAt: Instant,
  substitutionClosesAt: Instant,
  credentialsCloseAt: Instant,
  startsAt: Instant,
  endsAt: Instant,
  archivedAt: Instant.default(null),
  capacity: z.int().nullish(),
  status: z.string(),
  version: z.int(),
});

/** Keeps what delegations need to know of an edition. Word of an older version than the one known is passed by. */
export const noteEditionScheduled: EventHandler = async (tx, { payload }, now) => {
  const schedule = Schedule.parse(payload);
  const noted = await tx.execute(
    `insert into edition_calendar (
       edition_id, year, time_zone, nomination_closes_at, confirmation_closes_at, substitution_closes_at,
       credentials_close_at, starts_at, ends_at, archived_at, capacity, status, version
     ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (edition_id) do update set
       year = excluded.year, time_zone = excluded.time_zone, nomination_closes_at = excluded.nomination_closes_at,
       confirmation_closes_at = excluded.confirmation_closes_at,
       substitution_closes_at = excluded.substitution_closes_at,
       credentials_close_at = excluded.credentials_close_at, starts_at = excluded.starts_at,
       ends_at = excluded.ends_at, archived_at = excluded.archived_at, capacity = excluded.capacity,
       status = excluded.status, version = excluded.version
       where edition_calendar.version < excluded.version
         or edition_calendar.archived_at is null and excluded.archived_at is not null
     returning edition_id`,
    [
      schedule.editionId,
      schedule.year,
      schedule.timeZone,
      schedule.nominationClosesAt,
      schedule.confirmationClosesAt,
      schedule.substitutionClosesAt,
      schedule.credentialsCloseAt,
      schedule.startsAt,
      schedule.endsAt,
      schedule.archivedAt,
      schedule.capacity ?? null,
      schedule.status,
      schedule.version,
    ],
  );
  if (noted.length === 0) return;
  const changes = [
    { field: 'status', from: null, to: schedule.status },
    { field: 'version', from: null, to: schedule.version },
  ];
  audit(tx, { actorId: null, command: 'noteEditionScheduled', subjectId: schedule.editionId, changes }, now);
  if (isHeld(schedule.status)) await closeDelegations(tx, schedule.editionId, now);
};

/** After the edition, delegations that took part are closed. */
async function closeDelegations(tx: EntityManager, editionId: string, now: Date): Promise<void> {
  const closed = await tx.execute<{ id: string; status: DelegationStatus }[]>(
    `with due as (
       select id, status from delegation where edition_id = ? and status in ('ACCREDITED', 'PROVISIONALLY_ADMITTED')
       order by id for no key update
     )
     update delegation set status = 'CLOSED', version = version + 1 from due where delegation.id = due.id
     returning due.id, due.status`,
    [editionId],
  );
  for (const { id, status: from } of closed) {
    const to = DelegationStatus.CLOSED;
    audit(
      tx,
      { actorId: null, command: 'closeDelegation', subjectId: id, changes: [{ field: 'status', from, to }] },
      now,
    );
    publish(tx, 'DelegationStatusChanged', { delegationId: id, editionId, from, to }, now);
  }
}
