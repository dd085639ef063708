import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';

/** An international year as the graph reads it. */
export interface InternationalYearRow {
  readonly key: string;
  readonly year: number;
  readonly title: Texts;
  readonly resolution: string;
  readonly co_sponsor_count: number;
  readonly known_co_sponsors: string[];
  readonly source_title: string | null;
  readonly source_url: string | null;
  readonly source_published_on: string | null;
}

const YEAR_BY_NUMBER = statement(
  'international_year_by_number',
  `select year::text as key, year, title, resolution, co_sponsor_count, known_co_sponsors,
     source_title, source_url, source_published_on
   from international_year where year = any($1::text[]::integer[])`,
);
const YEARS_BY_CO_SPONSOR = statement(
  'international_years_by_co_sponsor',
  `select countries.code as key, year from unnest($1::text[]) as countries (code)
   join international_year on countries.code = any(known_co_sponsors)`,
);

export interface InternationalYearLoaders {
  /** By year in digits. */
  readonly internationalYearByYear: DataLoader<string, InternationalYearRow | null>;
  /** Years that a country, by ISO 3166-1 alpha-2 code, is known to have co-sponsored. */
  readonly coSponsoredYearsByCountry: DataLoader<string, { readonly key: string; readonly year: number }[]>;
}

export function internationalYearLoaders(read: Reader): InternationalYearLoaders {
  return {
    internationalYearByYear: keyedLoader<InternationalYearRow>(read, YEAR_BY_NUMBER),
    coSponsoredYearsByCountry: keyedListLoader(read, YEARS_BY_CO_SPONSOR),
  };
}
