import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';
import type { Cut } from '../../../../shared/graph/connection.rules.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import type { FieldDifference, ProgrammeChangeKind } from './difference.rules.ts';

/** A release as the graph reads it. */
export interface ReleaseRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly number: number;
  readonly released_at: Date;
  readonly note: Texts;
}

/** A change that a release made. */
export interface ReleasedChangeRow {
  readonly key: string;
  readonly session_id: string;
  readonly kind: ProgrammeChangeKind;
  readonly fields: readonly FieldDifference[];
  readonly title: Texts;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly room_name: Texts;
}

/** A session in the programme, released or as the draft would have it. */
export interface ProgrammeEntryRow {
  readonly key: string;
  readonly session_id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly room_id: string | null;
  readonly room_name: Texts;
  readonly floor_languages: string[];
  readonly interpretation_languages: string[];
  readonly capacity: number | null;
  readonly waitlist_limit: number;
  readonly is_open_door: boolean;
  readonly speakers: string[];
  /** False for what is released. */
  readonly is_removed: boolean;
}

const RELEASE_COLUMNS = 'id, edition_id, number, released_at, note';

const RELEASE_BY_ID = statement(
  'release_by_id',
  `select id as key, ${RELEASE_COLUMNS} from programme_release where id = any($1::text[])`,
);
const CHANGES_BY_RELEASE = statement(
  'changes_by_release',
  `select release_id as key, session_id, kind, fields, title, starts_at, ends_at, room_name
   from programme_change where release_id = any($1::text[]) order by starts_at, session_id`,
);

const CONTENT =
  'title, description, starts_at, ends_at, floor_languages, interpretation_languages, is_open_door, speakers';
const PROGRAMME_RELEASED = statement(
  'programme_released',
  `select session.edition_id as key, session.id as session_id, ${CONTENT}, room_id,
     coalesce(room.name, jsonb_build_object('und', session.room)) as room_name, availability.capacity,
     coalesce(waitlist_limit, 0) as waitlist_limit, false as is_removed
   from session left join room on room.id = room_id left join availability on availability.id = session.id
   where session.edition_id = any($1::text[]) and status = 'SCHEDULED'`,
);
const PROGRAMME_DRAFTED = statement(
  'programme_drafted',
  `select session_draft.edition_id as key, session_id, ${CONTENT}, room_id, room.name as room_name,
     session_draft.capacity, waitlist_limit, is_removed
   from session_draft join room on room.id = room_id
   where session_draft.edition_id = any($1::text[])`,
);

export interface ReleaseLoaders {
  readonly releaseById: DataLoader<string, ReleaseRow | null>;
  /** The releases of an edition's programme, the newest first. */
  readonly releasesByEdition: DataLoader<PageOf, Cut<ReleaseRow>, string>;
  /** What a release changed, in the order of time. */
  readonly changesByRelease: DataLoader<string, ReleasedChangeRow[]>;
  readonly programmeReleased: DataLoader<string, ProgrammeEntryRow[]>;
  readonly programmeDrafted: DataLoader<string, ProgrammeEntryRow[]>;
}

export function releaseLoaders(read: Reader): ReleaseLoaders {
  return {
    releaseById: keyedLoader<ReleaseRow>(read, RELEASE_BY_ID),
    releasesByEdition: pagedLoader<ReleaseRow>(read, {
      name: 'releases_by_edition',
      columns: RELEASE_COLUMNS,
      table: 'programme_release',
      owner: 'edition_id',
      order: [{ column: 'number', type: 'integer' }],
      descending: true,
    }),
    changesByRelease: keyedListLoader<ReleasedChangeRow>(read, CHANGES_BY_RELEASE),
    programmeReleased: keyedListLoader<ProgrammeEntryRow>(read, PROGRAMME_RELEASED),
    programmeDrafted: keyedListLoader<ProgrammeEntryRow>(read, PROGRAMME_DRAFTED),
  };
}
