import type { EntityManager } from '@mikro-orm/postgresql';
import { makeToken } from '../../shared/crypto/link-token.ts';
import { audit, publish } from '../../shared/journal/journal.ts';

export interface PublishVolunteerRecord {
  readonly personId: string;
  /** The version of the text the person agreed to. Checked already. */
  readonly consentVersion: string;
}

/**
 * Puts a person's volunteer record on a page of its own for anyone, by their consent.
 *
 * The page stays where it is while it is public. Once it is withdrawn and published again, it is somewhere else.
 */
export function publishVolunteerRecord(
  em: EntityManager,
  { personId, consentVersion }: PublishVolunteerRecord,
  now: Date,
): Promise<void> {
  return em.transactional(async (tx) => {
    await tx.execute(
      `insert into volunteer_record_page (person_id, slug, consent_version, published_at) values (?, ?, ?, ?)
       on conflict (person_id) do update
         set consent_version = excluded.consent_version, published_at = excluded.published_at`,
      [personId, makeToken(), consentVersion, now],
    );
    const changes = [{ field: 'isPublic', from: null, to: true }];
    audit(tx, { actorId: personId, command: 'publishVolunteerRecord', subjectId: personId, changes }, now);
    publish(tx, 'VolunteerRecordPublished', { personId }, now);
  });
}

/** Takes a person's volunteer record from the public at once. Without a page, nothing happens. */
export function withdrawVolunteerRecord(em: EntityManager, personId: string, now: Date): Promise<void> {
  return em.transactional(async (tx) => {
    const gone = await tx.execute('delete from volunteer_record_page where person_id = ? returning person_id', [
      personId,
    ]);
    if (gone.length === 0) return;
    const changes = [{ field: 'isPublic', from: true, to: null }];
    audit(tx, { actorId: personId, command: 'withdrawVolunteerRecord', subjectId: personId, changes }, now);
    publish(tx, 'VolunteerRecordWithdrawn', { personId }, now);
  });
}
