import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';
import type { Cut } from '../../../../shared/graph/connection.rules.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';

/** A room as the graph reads it. */
export interface RoomRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly name: Texts;
  readonly capacity: number | null;
  readonly zone: string | null;
}

const COLUMNS = 'id, edition_id, name, capacity, zone';

const ROOM_BY_ID = statement('room_by_id', `select id as key, ${COLUMNS} from room where id = any($1::text[])`);

export interface RoomLoaders {
  readonly roomById: DataLoader<string, RoomRow | null>;
  /** An edition's rooms, in the order of their IDs. */
  readonly roomsByEdition: DataLoader<PageOf, Cut<RoomRow>, string>;
}

export function roomLoaders(read: Reader): RoomLoaders {
  return {
    roomById: keyedLoader<RoomRow>(read, ROOM_BY_ID),
    roomsByEdition: pagedLoader<RoomRow>(read, {
      name: 'rooms_by_edition',
      columns: COLUMNS,
      table: 'room',
      owner: 'edition_id',
      order: [{ column: 'id', type: 'text' }],
    }),
  };
}
