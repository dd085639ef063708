import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { goesBefore } from './note-verbale.rules.ts';

const BATCH = 200;

/**
 * Deletes the contents of notes verbales, and who uploaded them, long after their edition was archived. That there was a
 * note is kept: a focal point was named by it. In batches, each whole; repeating it changes nothing. Returns how many went.
 */
export async function forgetNotesVerbales(em: EntityManager, now: Date): Promise<number> {
  let forgotten = 0;
  for (let batch = BATCH; batch === BATCH; forgotten += batch) {
    batch = await em.fork().transactional(async (tx) => {
      const rows = await tx.execute<{ id: string }[]>(
        `with due as (
           select note_verbale.id from edition_calendar
           join delegation on delegation.edition_id = edition_calendar.edition_id
           join note_verbale on note_verbale.delegation_id = delegation.id
           where archived_at <= ? and deleted_at is null
           order by note_verbale.id limit ${BATCH} for update of note_verbale skip locked
         ), gone as (
           delete from note_verbale_content using due where note_verbale_id = due.id
         )
         update note_verbale set deleted_at = ?, uploaded_by_id = null from due where note_verbale.id = due.id
         returning note_verbale.id`,
        [goesBefore(now), now],
      );
      const changes = [{ field: 'content', from: null, to: null }];
      await auditEach(
        tx,
        rows.map(({ id: subjectId }) => ({ actorId: null, command: 'forgetNoteVerbale', subjectId, changes })),
        now,
      );
      return rows.length;
    });
  }
  return forgotten;
}

/** Every night. */
export const noteVerbaleUpkeep: Upkeep = {
  name: 'notes_verbales',
  schedule: '20 2 * * *',
  async run({ em, now, log }) {
    const forgotten = await forgetNotesVerbales(em, now());
    if (forgotten > 0) log.info({ forgotten }, 'notes verbales of past editions');
  },
};
