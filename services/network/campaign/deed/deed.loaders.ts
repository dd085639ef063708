import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { NetworkSector } from '../../sector/sector.rules.ts';
import type { DeedStatus } from './deed.rules.ts';

/** A deed with its region, as the graph reads it. */
export interface DeedRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly filed_by_id: string;
  readonly organisation_id: string | null;
  readonly done_on: string;
  readonly region_code: string;
  readonly region_name: Texts;
  readonly sector: NetworkSector;
  readonly participants: number;
  readonly place: string | null;
  readonly description: string | null;
  readonly status: DeedStatus;
  readonly filed_at: Date;
  readonly decision_reason: string | null;
  readonly is_demo: boolean;
  readonly version: number;
}

export type DeedFilter = 'campaign' | 'status' | 'region' | 'sector';

const COLUMNS = `id, campaign_id, filed_by_id, organisation_id, done_on, region_code, region.name as region_name, sector,
  participants, place, description, status, filed_at, decision_reason, is_demo, version`;
const DEEDS = 'deed join region on region.code = region_code';

const DEED_BY_ID = statement('deed_by_id', `select id as key, ${COLUMNS} from ${DEEDS} where id = any($1::text[])`);
const ORDER = {
  order: [
    { column: 'done_on', type: 'date' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
} as const;
const DEED_LIST: PagedList<DeedFilter> = {
  ...ORDER,
  name: 'deeds',
  columns: COLUMNS,
  table: DEEDS,
  owner: null,
  filters: {
    campaign: (value) => `campaign_id = ${value}`,
    status: (value) => `status = any(${value}::text[])`,
    region: (value) => `region_code = ${value}`,
    sector: (value) => `sector = ${value}`,
  },
};
const DEEDS_OF_FILER: PagedList = {
  ...ORDER,
  name: 'deeds_of_filer',
  columns: COLUMNS,
  table: DEEDS,
  owner: 'filed_by_id',
};

export interface DeedLoaders {
  readonly deedById: DataLoader<string, (DeedRow & { readonly key: string }) | null>;
  /** The newest day first. */
  readonly deeds: DataLoader<PageOf<DeedFilter>, Cut<DeedRow>, string>;
  readonly deedCount: DataLoader<ListOf<DeedFilter>, number, string>;
  /** Those that a person filed, the newest day first. */
  readonly deedsOfFiler: DataLoader<PageOf, Cut<DeedRow>, string>;
  readonly deedCountOfFiler: DataLoader<ListOf, number, string>;
}

export function deedLoaders(read: Reader): DeedLoaders {
  return {
    deedById: keyedLoader<DeedRow & { readonly key: string }>(read, DEED_BY_ID),
    deeds: pagedLoader<DeedRow, DeedFilter>(read, DEED_LIST),
    deedCount: countLoader(read, DEED_LIST),
    deedsOfFiler: pagedLoader<DeedRow>(read, DEEDS_OF_FILER),
    deedCountOfFiler: countLoader(read, DEEDS_OF_FILER),
  };
}
