import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

/** How many people a zone has seen. */
export interface PresenceRow {
  readonly key: string;
  readonly zone: string;
  readonly inside: number;
  readonly entries: number;
}

const PRESENCE_BY_DAY = statement(
  'presence_by_day',
  `select wanted.key, zone, sum(inside)::integer as inside, sum(entries)::integer as entries
   from unnest($1::text[]) as wanted (key)
   cross join lateral (
     select zone, count(*) as inside, 0 as entries from presence
     where edition_id = split_part(wanted.key, '/', 1) and is_inside
     group by zone
     union all
     select zone, 0, entries from zone_entries
     where edition_id = split_part(wanted.key, '/', 1) and day = split_part(wanted.key, '/', 2)::date
   ) as counted
   group by wanted.key, zone
   order by zone`,
);

export interface PresenceLoaders {
  /** By edition and day, `presenceKey`; only zones that have seen somebody, in the order of their codes. */
  readonly presenceByDay: DataLoader<string, PresenceRow[]>;
}

/** Key of the presence at an edition on a day. */
export function presenceKey(editionId: string, day: Temporal.PlainDate): string {
  return `${editionId}/${day.toString()}`;
}

export function presenceLoaders(read: Reader): PresenceLoaders {
  return { presenceByDay: keyedListLoader<PresenceRow>(read, PRESENCE_BY_DAY) };
}
