import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { AnnouncementStatus } from './announcement.rules.ts';

/** An announcement as the graph reads it. */
export interface AnnouncementRow {
  readonly id: string;
  readonly edition_id: string;
  readonly subject: Texts;
  readonly body: Texts;
  readonly status: AnnouncementStatus;
  readonly recipients: number;
  readonly drafted_at: Date;
  readonly version: number;
}

const COLUMNS = 'id, edition_id, subject, body, status, recipients, drafted_at, version';

const ANNOUNCEMENT_BY_ID = statement(
  'announcement_by_id',
  `select id as key, ${COLUMNS} from announcement where id = any($1::text[])`,
);
const MAILED_BY_ANNOUNCEMENT = statement(
  'mailed_by_announcement',
  `select announcement_id as key, count(mailed_at)::integer as mailed
   from announcement_recipient where announcement_id = any($1::text[]) group by announcement_id`,
);

export interface AnnouncementLoaders {
  readonly announcementById: DataLoader<string, (AnnouncementRow & { readonly key: string }) | null>;
  /** An edition's announcements, the newest first. */
  readonly announcementsOfEdition: DataLoader<PageOf, Cut<AnnouncementRow>, string>;
  /** How many mails of it are on their way; null before it is sent. */
  readonly mailedByAnnouncement: DataLoader<string, { readonly key: string; readonly mailed: number } | null>;
}

export function announcementLoaders(read: Reader): AnnouncementLoaders {
  return {
    announcementById: keyedLoader<AnnouncementRow & { readonly key: string }>(read, ANNOUNCEMENT_BY_ID),
    announcementsOfEdition: pagedLoader<AnnouncementRow>(read, {
      name: 'announcements_of_edition',
      columns: COLUMNS,
      table: 'announcement',
      owner: 'edition_id',
      order: [
        { column: 'drafted_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      descending: true,
    }),
    mailedByAnnouncement: keyedLoader(read, MAILED_BY_ANNOUNCEMENT),
  };
}
