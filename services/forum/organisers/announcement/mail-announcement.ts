import { LockMode } from '@mikro-orm/core';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { inAllLanguages, type Notice, notify } from '../../../shared/mail/notice.ts';
import { Announcement } from './announcement.entity.ts';
import { AnnouncementStatus, wordingFor } from './announcement.rules.ts';
import { takeRecipients } from './recipients.ts';

const BATCH = 500;

/**
 * Acts on `AnnouncementMailingDue`: writes to the next few hundred recipients, and publishes the event again while there
 * are more.
 *
 * A mail and the note that it was written are one transaction: broken off, or done twice at once, it writes to nobody
 * twice.
 */
export const mailAnnouncement: EventHandler = async (tx, { payload }, now, keys) => {
  const id = String(payload.announcementId);
  const found = await tx.findOne(Announcement, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (found?.status !== AnnouncementStatus.SENDING) return;

  const notice: Notice = {
    subject: inAllLanguages((language) => wordingFor(language, found).subject),
    paragraphs: [inAllLanguages((language) => wordingFor(language, found).text)],
  };
  const next = await takeRecipients(tx, id, BATCH, now);
  for (const { person_id: personId } of next) {
    notify(tx, keys, { to: { personId }, notice, about: id, expiresAt: null }, now);
  }
  if (next.length === BATCH) {
    publish(tx, 'AnnouncementMailingDue', { announcementId: id }, now);
    return;
  }
  found.status = AnnouncementStatus.SENT;
  const changes = [{ field: 'status', from: AnnouncementStatus.SENDING, to: AnnouncementStatus.SENT }];
  audit(tx, { actorId: null, command: 'mailAnnouncement', subjectId: id, changes }, now);
};
