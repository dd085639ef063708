import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach, publishEach } from '../../shared/journal/journal-in-bulk.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';

/** Whoever came in for the first time has attended. The caller holds the locks of the registrations. */
export async function noteAttendance(
  tx: EntityManager,
  editionId: string,
  scanIds: readonly string[],
  now: Date,
): Promise<void> {
  const rows = await tx.execute<ChangedRow[]>(
    `update registration set status = 'ATTENDED', version = version + 1
     where status = 'CONFIRMED' and id in (
       select registration_id from scan join jsonb_array_elements_text(?::jsonb) as added (id) using (id)
       where outcome = 'OK' and direction = 'IN' and undoes_id is null
     ) returning id, person_id`,
    [JSON.stringify(scanIds)],
  );
  await journal(tx, rows, { to: RegistrationStatus.ATTENDED, command: 'noteAttendance', editionId }, now);
}

/**
 * An edition is over: whoever was confirmed and never came in did not show up. Returns how many.
 *
 * In the caller's transaction. Their seats stay taken: it was they who did not use them. Repeating it changes nothing.
 */
export async function closeAttendance(tx: EntityManager, editionId: string, now: Date): Promise<number> {
  await tx.execute(
    `select from registration where edition_id = ? and status = 'CONFIRMED' order by id for no key update`,
    [editionId],
  );
  const rows = await tx.execute<ChangedRow[]>(
    `update registration set status = 'NO_SHOW', version = version + 1
     where edition_id = ? and status = 'CONFIRMED' returning id, person_id`,
    [editionId],
  );
  await journal(tx, rows, { to: RegistrationStatus.NO_SHOW, command: 'closeAttendance', editionId }, now);
  return rows.length;
}

interface ChangedRow {
  readonly id: string;
  readonly person_id: string | null;
}

interface Change {
  readonly to: RegistrationStatus.ATTENDED | RegistrationStatus.NO_SHOW;
  readonly command: string;
  readonly editionId: string;
}

const EVENTS = {
  [RegistrationStatus.ATTENDED]: 'RegistrationAttended',
  [RegistrationStatus.NO_SHOW]: 'RegistrationNotAttended',
} as const satisfies Record<Change['to'], string>;

async function journal(
  tx: EntityManager,
  rows: readonly ChangedRow[],
  { to, command, editionId }: Change,
  now: Date,
): Promise<void> {
  const changes = [{ field: 'status', from: RegistrationStatus.CONFIRMED, to }];
  await auditEach(
    tx,
    rows.map(({ id }) => ({ actorId: null, command, subjectId: id, changes })),
    now,
  );
  await publishEach(
    tx,
    EVENTS[to],
    rows.map((row) => ({ registrationId: row.id, editionId, personId: row.person_id })),
    now,
  );
}
