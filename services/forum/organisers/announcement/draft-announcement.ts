import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { Edition } from '../../edition/edition.entity.ts';
import { Announcement } from './announcement.entity.ts';
import { AnnouncementStatus } from './announcement.rules.ts';
import { countRecipients, type Group } from './recipients.ts';

export interface DraftAnnouncement extends Group {
  readonly actorId: string;
  readonly subject: Texts;
  readonly body: Texts;
  readonly idempotencyKey: string | null;
}

type Drafted = { readonly announcementId: string } | { readonly refusal: 'edition-not-found' };
export type DraftAnnouncementOutcome = Drafted | { readonly refusal: 'idempotency-key-reused' };

/** Writes a mail to a group of an edition's registered people. Nobody gets it until it is held and sent. */
export function draftAnnouncement(
  em: EntityManager,
  { actorId, idempotencyKey: key, ...input }: DraftAnnouncement,
  now: Date,
): Promise<DraftAnnouncementOutcome> {
  return em.transactional((tx) =>
    once<Drafted>(tx, { actorId, operation: 'draftAnnouncement', key, input }, now, async () => {
      const { editionId, filter, subject, body } = input;
      const edition = await tx.findOne(Edition, editionId);
      if (!edition) return { refusal: 'edition-not-found' };

      const status = AnnouncementStatus.DRAFT;
      const recipients = await countRecipients(tx, input);
      const id = newId('announcement');
      tx.create(Announcement, { id, edition, filter, subject, body, status, recipients, draftedAt: now });
      const changes = [
        { field: 'status', from: null, to: status },
        { field: 'edition', from: null, to: editionId },
        { field: 'recipients', from: null, to: recipients },
      ];
      audit(tx, { actorId, command: 'draftAnnouncement', subjectId: id, changes }, now);
      return { announcementId: id };
    }),
  );
}
