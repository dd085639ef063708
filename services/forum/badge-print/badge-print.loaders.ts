import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { PersonName } from '../registration/identity/identity.rules.ts';

/** Who a badge says its bearer is. */
export interface BadgeBearerRow {
  readonly key: string;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly citizenship: string | null;
  readonly affiliation: string | null;
}

const BADGE_BEARER = statement(
  'badge_bearer',
  `select id as key, native_name, latin_name, citizenship, affiliation from registration where id = any($1::text[])`,
);

export interface BadgePrintLoaders {
  readonly badgeBearerByRegistration: DataLoader<string, BadgeBearerRow | null>;
}

export function badgePrintLoaders(read: Reader): BadgePrintLoaders {
  return { badgeBearerByRegistration: keyedLoader<BadgeBearerRow>(read, BADGE_BEARER) };
}
