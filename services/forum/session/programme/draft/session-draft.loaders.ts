import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';
import type { Cut } from '../../../../shared/graph/connection.rules.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';

/** A session of the draft as the graph reads it. */
export interface SessionDraftRow {
  readonly key: string;
  readonly session_id: string;
  readonly edition_id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly room_id: string;
  readonly floor_languages: string[];
  readonly interpretation_languages: string[];
  readonly capacity: number | null;
  readonly waitlist_limit: number;
  readonly is_open_door: boolean;
  readonly speakers: string[];
  readonly is_removed: boolean;
  readonly version: number;
}

/** Two bookings of one person that would overlap after a release. */
export interface PendingConflictRow {
  readonly booking_id: string;
  readonly conflicts_with_id: string;
}

const COLUMNS = `session_id, edition_id, title, description, starts_at, ends_at, room_id, floor_languages,
  interpretation_languages, capacity, waitlist_limit, is_open_door, speakers, is_removed, version`;

const DRAFT_BY_SESSION = statement(
  'draft_by_session',
  `select session_id as key, ${COLUMNS} from session_draft where session_id = any($1::text[])`,
);

export interface SessionDraftLoaders {
  readonly draftBySessionId: DataLoader<string, SessionDraftRow | null>;
  /** The draft of an edition's programme, in the order of time; with what the next release leaves out. */
  readonly draftsByEdition: DataLoader<PageOf, Cut<SessionDraftRow>, string>;
  /** The bookings that a release of the draft would put in one another's way, by edition. */
  readonly pendingConflictsByEdition: DataLoader<PageOf, Cut<PendingConflictRow>, string>;
}

export function sessionDraftLoaders(read: Reader): SessionDraftLoaders {
  return {
    draftBySessionId: keyedLoader<SessionDraftRow>(read, DRAFT_BY_SESSION),
    draftsByEdition: pagedLoader<SessionDraftRow>(read, {
      name: 'drafts_by_edition',
      columns: COLUMNS,
      table: 'session_draft',
      owner: 'edition_id',
      order: [
        { column: 'starts_at', type: 'timestamptz' },
        { column: 'session_id', type: 'text' },
      ],
    }),
    pendingConflictsByEdition: pagedLoader<PendingConflictRow>(read, {
      name: 'pending_conflicts_by_edition',
      columns: 'booking_id, conflicts_with_id',
      table: 'pending_conflict',
      owner: 'edition_id',
      order: [
        { column: 'booking_id', type: 'text' },
        { column: 'conflicts_with_id', type: 'text' },
      ],
    }),
  };
}
