import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Announcement } from './announcement.entity.ts';
import { AnnouncementStatus, movesFrom } from './announcement.rules.ts';
import { chooseRecipients, countRecipients } from './recipients.ts';

export interface MoveAnnouncement {
  readonly actorId: string;
  readonly announcementId: string;
  readonly expectedVersion: number;
  readonly to: AnnouncementStatus.HELD | AnnouncementStatus.SENDING | AnnouncementStatus.DISCARDED;
  /** As the graph calls it. */
  readonly command: string;
}

export type MoveAnnouncementOutcome =
  | { readonly announcementId: string }
  | { readonly refusal: 'announcement-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: AnnouncementStatus;
      readonly to: AnnouncementStatus;
      readonly allowed: readonly AnnouncementStatus[];
    };

/**
 * Holds, sends or discards an announcement.
 *
 * Sending settles in the same transaction who gets it; the mails follow in the background. Holds the announcement's row
 * lock until commit, so that of two who send it at once one is told that it has changed.
 */
export function moveAnnouncement(
  em: EntityManager,
  { actorId, announcementId, expectedVersion, to, command }: MoveAnnouncement,
  now: Date,
): Promise<MoveAnnouncementOutcome> {
  return em.transactional(async (tx) => {
    const found = await tx.findOne(Announcement, announcementId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) return { refusal: 'announcement-not-found' };
    const { status: from, version: currentVersion, recipients: before } = found;
    if (currentVersion !== expectedVersion) return { refusal: 'version-conflict', currentVersion };
    const allowed = movesFrom(from);
    if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, to, allowed };

    const group = { editionId: found.edition.id, filter: found.filter };
    found.status = to;
    if (to === AnnouncementStatus.HELD) found.recipients = await countRecipients(tx, group);
    if (to === AnnouncementStatus.SENDING) {
      found.recipients = await chooseRecipients(tx, announcementId, group);
      publish(tx, 'AnnouncementMailingDue', { announcementId }, now);
    }
    const changes = [
      { field: 'status', from, to },
      { field: 'recipients', from: before, to: found.recipients },
    ];
    audit(tx, { actorId, command, subjectId: announcementId, changes }, now);
    return { announcementId };
  });
}
