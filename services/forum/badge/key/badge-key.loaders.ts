import DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import { OUT_OF_FORCE } from '../badge.rules.ts';

/** A public key as the graph reads it. */
export interface BadgeKeyRow {
  readonly key_id: string;
  readonly public_key: string;
  readonly made_at: Date;
  readonly retired_at: Date | null;
}

const BADGE_KEYS = statement(
  'badge_keys',
  'select key_id, public_key, made_at, retired_at from badge_key order by made_at desc, key_id',
);
const REVOKED_SERIALS = statement(
  'revoked_serials',
  `select edition_id as key, serial from badge
   where edition_id = any($1::text[]) and status in (${OUT_OF_FORCE.map((status) => `'${status}'`).join(', ')})
   order by edition_id, serial`,
);

export interface BadgeKeyLoaders {
  /** All keys there ever were, the newest first; the key is the empty string. */
  readonly badgeKeys: DataLoader<string, BadgeKeyRow[]>;
  /** Serials of an edition's badges that are stopped at the door. */
  readonly revokedSerialsByEdition: DataLoader<string, { readonly key: string; readonly serial: string }[]>;
}

export function badgeKeyLoaders(read: Reader): BadgeKeyLoaders {
  return {
    badgeKeys: new DataLoader(async (asked) => {
      const rows = await read.rows<BadgeKeyRow>(BADGE_KEYS, []);
      return asked.map(() => rows);
    }),
    revokedSerialsByEdition: keyedListLoader(read, REVOKED_SERIALS),
  };
}
