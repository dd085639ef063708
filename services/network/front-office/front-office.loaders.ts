import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { OpeningHours } from '../contact/opening-hours.rules.ts';
import type { FrontOfficeKind } from './front-office.rules.ts';

/** A front office with its region, as the graph reads it. */
export interface FrontOfficeRow {
  readonly key: string;
  readonly id: string;
  readonly kind: FrontOfficeKind;
  readonly name: Texts;
  readonly region_code: string;
  readonly region_name: Texts;
  readonly region_other_names: string[];
  readonly phone: string | null;
  readonly hours: OpeningHours | null;
  readonly languages: string[] | null;
  readonly as_of: string | null;
  readonly version: number;
}

const COLUMNS = `id, kind, front_office.name, region_code, region.name as region_name,
  region.other_names as region_other_names, phone, hours, languages, as_of, version`;
const OFFICES = 'front_office join region on region.code = region_code';

const FRONT_OFFICE_BY_ID = statement(
  'front_office_by_id',
  `select id as key, ${COLUMNS} from ${OFFICES} where id = any($1::text[])`,
);
const FRONT_OFFICES_BY_KIND = statement(
  'front_offices_by_kind',
  `select kind as key, ${COLUMNS} from ${OFFICES} where kind = any($1::text[]) order by region_code`,
);

export interface FrontOfficeLoaders {
  readonly frontOfficeById: DataLoader<string, FrontOfficeRow | null>;
  /** In the order of the regions' codes. */
  readonly frontOfficesByKind: DataLoader<string, FrontOfficeRow[]>;
}

export function frontOfficeLoaders(read: Reader): FrontOfficeLoaders {
  return {
    frontOfficeById: keyedLoader<FrontOfficeRow>(read, FRONT_OFFICE_BY_ID),
    frontOfficesByKind: keyedListLoader<FrontOfficeRow>(read, FRONT_OFFICES_BY_KIND),
  };
}
