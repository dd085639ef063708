import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { forgottenBefore, givenUpBefore, RegistrationsExportStatus } from './registrations-export.rules.ts';

const { QUEUED, READY, EXPIRED, FAILED } = RegistrationsExportStatus;

/** Exports that have run out go, and those that nobody wrote are given up. */
export const exportUpkeep: Upkeep = {
  name: 'registrations_exports',
  schedule: '*/10 * * * *',
  run: ({ em, now }) => clearExports(em, now()),
};

export async function clearExports(em: EntityManager, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    await expire(tx, 'expires_at <= ?', [now], now);
    const givenUp = await tx.execute<{ id: string }[]>(
      `update registrations_export set status = 'FAILED', filter = null, version = version + 1
       where status = 'QUEUED' and requested_at < ? returning id`,
      [givenUpBefore(now)],
    );
    for (const { id } of givenUp) note(tx, 'giveUpRegistrationsExport', id, { from: QUEUED, to: FAILED }, now);
    await tx.execute(`delete from registrations_export where status <> 'QUEUED' and expires_at < ?`, [
      forgottenBefore(now),
    ]);
  });
}

/**
 * Takes away the exports of every edition that a person is registered for, since they may be in them. One that waits to
 * be written is written without them.
 */
export function dropExportsWith(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const theirs = 'edition_id in (select edition_id from registration where person_id = ?)';
  return expire(tx, theirs, [personId], now);
}

/** Waits for exports that are being written or opened. */
async function expire(tx: EntityManager, where: string, values: readonly unknown[], now: Date): Promise<void> {
  const locked = await tx.execute<{ id: string; status: RegistrationsExportStatus }[]>(
    `select id, status from registrations_export where status in ('QUEUED', 'READY') and ${where} order by id for update`,
    [...values],
  );
  const ids = locked.filter(({ status }) => status === READY).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.execute('delete from export_chunk where export_id in (?)', [ids]);
  await tx.execute(`update registrations_export set status = 'EXPIRED', version = version + 1 where id in (?)`, [ids]);
  for (const id of ids) note(tx, 'expireRegistrationsExport', id, { from: READY, to: EXPIRED }, now);
}

function note(
  tx: EntityManager,
  command: string,
  subjectId: string,
  step: { from: RegistrationsExportStatus; to: RegistrationsExportStatus },
  now: Date,
): void {
  audit(tx, { actorId: null, command, subjectId, changes: [{ field: 'status', ...step }] }, now);
}
