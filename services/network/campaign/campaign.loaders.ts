import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';

/** A campaign as the graph reads it. */
export interface CampaignRow {
  readonly key: string;
  readonly id: string;
  readonly year: number;
  readonly name: Texts;
  readonly sectors: NetworkSector[];
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly deeds_figure_key: string | null;
  readonly participants_figure_key: string | null;
  readonly is_demo: boolean;
}

/** How many approved deeds a campaign has in a region and sector. */
export interface DeedTallyRow {
  readonly key: string;
  readonly region_code: string;
  readonly region_name: Texts;
  readonly sector: NetworkSector;
  readonly deeds: number;
  readonly participants: number;
}

const COLUMNS = 'id, year, name, sectors, starts_on, ends_on, deeds_figure_key, participants_figure_key, is_demo';

const CAMPAIGN_BY_ID = statement(
  'campaign_by_id',
  `select id as key, ${COLUMNS} from campaign where id = any($1::text[])`,
);
const CAMPAIGNS_BY_YEAR = statement(
  'campaigns_by_year',
  `select year::text as key, ${COLUMNS} from campaign
   where year = any($1::text[]::integer[]) order by year, created_at, id`,
);
const TALLIES_BY_CAMPAIGN = statement(
  'deed_tallies_by_campaign',
  `select campaign_id as key, region_code, region.name as region_name, sector, deeds, participants
   from deed_tally join region on region.code = region_code
   where campaign_id = any($1::text[]) and deeds > 0 order by region_code, sector`,
);

export interface CampaignLoaders {
  readonly campaignById: DataLoader<string, CampaignRow | null>;
  /** By the year in digits, in the order they were opened. */
  readonly campaignsByYear: DataLoader<string, CampaignRow[]>;
  /** What the portal counts of a campaign; nothing where nothing is approved. */
  readonly deedTalliesByCampaign: DataLoader<string, DeedTallyRow[]>;
}

export function campaignLoaders(read: Reader): CampaignLoaders {
  return {
    campaignById: keyedLoader<CampaignRow>(read, CAMPAIGN_BY_ID),
    campaignsByYear: keyedListLoader<CampaignRow>(read, CAMPAIGNS_BY_YEAR),
    deedTalliesByCampaign: keyedListLoader<DeedTallyRow>(read, TALLIES_BY_CAMPAIGN),
  };
}
