import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';

export interface HostRow {
  readonly key: string;
  readonly host_country: string;
}

const LAST_HOST = statement(
  'last_host',
  `select wanted.key, last.host_country from unnest($1::text[]) as wanted (key)
   cross join lateral (
     select host_country from edition
     where year <= wanted.key::numeric and status <> 'CANCELLED'
     order by year desc limit 1
   ) as last`,
);

export interface HostLoaders {
  /** Host of the last edition up to a year in digits, or `infinity`, that is not cancelled. */
  readonly lastHost: DataLoader<string, HostRow | null>;
}

export function hostLoaders(read: Reader): HostLoaders {
  return { lastHost: keyedLoader<HostRow>(read, LAST_HOST) };
}
