import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler, EventHandlers } from '../../shared/events/event.ts';
import { publish } from '../../shared/journal/journal.ts';
import { inAllLanguages, notifyEach } from '../../shared/mail/notice.ts';
import { Edition } from '../edition/edition.entity.ts';
import { EditionStatus } from '../edition/edition.rules.ts';
import { say } from './messages.ts';
import { called } from './when.rules.ts';

const BATCH = 500;

/**
 * An edition was put off: everybody who takes part, waits or answers for a group hears that the dates do not hold. A few
 * hundred at a time, in the order of their IDs; the event is published again while there are more.
 */
const notePostponed: EventHandler = async (tx, { payload }, now, keys) => {
  const edition = await tx.findOne(Edition, String(payload.editionId));
  if (edition?.status !== EditionStatus.POSTPONED) return;
  const personIds = await nextOf(tx, edition.id, String(payload.afterId ?? ''));
  const { id: about, title, year } = edition;
  const notice = {
    subject: inAllLanguages((locale) =>
      say('POSTPONED_SUBJECT', locale, { edition: called(title, locale, String(year)) }),
    ),
    paragraphs: [inAllLanguages((locale) => say('POSTPONED_TEXT', locale))],
  };
  const mails = personIds.map((personId) => ({ to: { personId }, notice, about, expiresAt: null }));
  await notifyEach(tx, keys, mails, now);
  const afterId = personIds.at(-1);
  if (afterId && personIds.length === BATCH) publish(tx, 'EditionPostponed', { editionId: about, afterId }, now);
};

/** What the forum writes when something happens to an edition as a whole. */
export const editionNotices: EventHandlers = { EditionPostponed: notePostponed };

/** Each half is read in the order of an index, no further than the batch. */
async function nextOf(tx: EntityManager, editionId: string, afterId: string): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }[]>(
    `(select person_id from registration where edition_id = ? and person_id > ?
        and status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED')
      order by person_id limit ${BATCH})
     union
     (select distinct contact_person_id from registration_group where edition_id = ? and contact_person_id > ?
        and exists (select from registration where group_id = registration_group.id
          and status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED'))
      order by contact_person_id limit ${BATCH})
     order by person_id limit ${BATCH}`,
    [editionId, afterId, editionId, afterId],
  );
  return rows.map(({ person_id }) => person_id);
}
