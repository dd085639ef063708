import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { DelegationStatus } from '../delegation.rules.ts';

/** A note verbale as the graph reads it. */
export interface NoteVerbaleRow {
  readonly key: string;
  readonly id: string;
  readonly content_type: string;
  readonly size: number;
  readonly uploaded_at: Date;
  readonly deleted_at: Date | null;
}

/** A note verbale and whose it is, for whoever wants to read it. */
export interface WhoseNoteVerbaleRow extends NoteVerbaleRow {
  readonly delegation_id: string;
  readonly edition_id: string;
  readonly country_code: string;
  readonly status: DelegationStatus;
}

const NOTES_BY_DELEGATION = statement(
  'notes_verbales_by_delegation',
  `select delegation_id as key, id, content_type, size, uploaded_at, deleted_at from note_verbale
   where delegation_id = any($1::text[]) order by delegation_id, uploaded_at, id`,
);
const NOTE_BY_ID = statement(
  'note_verbale_by_id',
  `select note_verbale.id as key, note_verbale.id, content_type, size, uploaded_at, deleted_at, delegation_id, edition_id,
     country_code, status
   from note_verbale join delegation on delegation.id = delegation_id where note_verbale.id = any($1::text[])`,
);
const PART_OF_NOTE = statement(
  'part_of_note_verbale',
  'select substring(content from $2::integer for $3::integer) as part from note_verbale_content where note_verbale_id = $1',
);

export interface NoteVerbaleLoaders {
  readonly noteVerbaleById: DataLoader<string, WhoseNoteVerbaleRow | null>;
  /** In the order they were uploaded. */
  readonly notesVerbalesByDelegation: DataLoader<string, NoteVerbaleRow[]>;
}

export function noteVerbaleLoaders(read: Reader): NoteVerbaleLoaders {
  return {
    noteVerbaleById: keyedLoader<WhoseNoteVerbaleRow>(read, NOTE_BY_ID),
    notesVerbalesByDelegation: keyedListLoader<NoteVerbaleRow>(read, NOTES_BY_DELEGATION),
  };
}

/** Where the contents of notes verbales are kept. */
export interface NoteVerbaleStore {
  /** Keeps a content, if the transaction is committed. */
  put(tx: EntityManager, id: string, content: Buffer): Promise<void>;
  /** Reads a content as fast as it is taken; empty where there is none. */
  open(read: Reader, id: string): Readable;
}

const PART_BYTES = 128 * 1024;

/** Contents in the service's own database. */
export const databaseStore: NoteVerbaleStore = {
  async put(tx, id, content) {
    await tx.execute(`insert into note_verbale_content (note_verbale_id, content) values (?, decode(?, 'base64'))`, [
      id,
      content.toString('base64'),
    ]);
  },
  open: (read, id) => Readable.from(partsOf(read, id), { objectMode: false }),
};

async function* partsOf(read: Reader, id: string): AsyncGenerator<Buffer> {
  for (let from = 1; ; from += PART_BYTES) {
    const [row] = await read.rows<{ part: Buffer }>(PART_OF_NOTE, [id, from, PART_BYTES]);
    if (!row || row.part.length === 0) return;
    yield row.part;
  }
}
