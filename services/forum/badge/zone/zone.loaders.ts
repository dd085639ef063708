import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { ParticipantCategory } from '../../registration/registration.rules.ts';
import { DEFAULT_CATEGORY_ZONES, DEFAULT_ZONES } from './zone.rules.ts';

/** A zone of an edition, and the categories that open it. */
export interface ZoneRow {
  readonly key: string;
  readonly code: string;
  readonly name: Texts;
  readonly categories: ParticipantCategory[];
}

const CATEGORIES = Object.entries(DEFAULT_CATEGORY_ZONES);
const DEFAULTS = JSON.stringify(
  DEFAULT_ZONES.map((zone) => ({
    ...zone,
    categories: CATEGORIES.filter(([, zones]) => zones.includes(zone.code)).map(([category]) => category),
  })),
);

const ZONES_BY_EDITION = statement(
  'zones_by_edition',
  `select edition_id as key, code, name, array(
     select category from category_zone
     where category_zone.edition_id = badge_zone.edition_id and zone = code order by category
   ) as categories
   from badge_zone where edition_id = any($1::text[])
   union all
   select wanted.key, code, name, array(select jsonb_array_elements_text(categories) order by 1)
   from unnest($1::text[]) as wanted (key),
     jsonb_to_recordset($2::jsonb) as given (code text, name jsonb, categories jsonb)
   where not exists (select from badge_zone where edition_id = wanted.key)
   order by 2`,
);

export interface ZoneLoaders {
  /** By edition, in the order of their codes; the default ones where an edition has none of its own. */
  readonly zonesByEdition: DataLoader<string, ZoneRow[]>;
}

export function zoneLoaders(read: Reader): ZoneLoaders {
  return { zonesByEdition: keyedListLoader<ZoneRow>(readWithDefaults(read), ZONES_BY_EDITION) };
}

/** The statement needs the defaults beside the keys. */
function readWithDefaults(read: Reader): Reader {
  return { rows: (oneStatement, values) => read.rows(oneStatement, [...values, DEFAULTS]) };
}
