import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Sector } from '../../opening/opening.rules.ts';
import { IN_SERVICE } from './statistics.rules.ts';

/** What a country's placements of a year come to. */
export interface StatisticsRow {
  readonly key: string;
  readonly openings: number;
  readonly applications: number;
  readonly deployed: number;
  readonly serving: number;
  readonly completed: number;
  readonly by_sector: Readonly<Partial<Record<Sector, number>>>;
  readonly is_demo: boolean;
}

const inService = IN_SERVICE.map((status) => `'${status}'`).join(', ');

const STATISTICS = statement(
  'placement_statistics',
  `select asked.key, openings, applications, deployed, serving, completed, by_sector,
     sought.is_demo or served.is_demo as is_demo
   from unnest($1::text[]) as asked (key)
   cross join lateral (
     select split_part(asked.key, '/', 1) as country,
       make_date(split_part(asked.key, '/', 2)::integer, 1, 1) as first_day,
       make_date(split_part(asked.key, '/', 2)::integer, 12, 31) as last_day
   ) as term
   cross join lateral (
     select count(*) as openings, coalesce(bool_or(is_demo), false) as is_demo,
       coalesce(sum((select count(*) from application where opening_id = opening.id)), 0)::bigint as applications
     from opening
     where country_code = country and starts_on between first_day and last_day
       and status not in ('DRAFT', 'IN_REVIEW')
   ) as sought
   cross join lateral (
     select coalesce(sum(of_sector.deployed), 0)::bigint as deployed, coalesce(sum(of_sector.serving), 0)::bigint as serving,
       coalesce(sum(of_sector.completed), 0)::bigint as completed, coalesce(bool_or(of_sector.is_demo), false) as is_demo,
       coalesce(jsonb_object_agg(sector, of_sector.deployed), '{}') as by_sector
     from (
       select opening.sector, count(*) as deployed, bool_or(deployment.is_demo) as is_demo,
         count(*) filter (where deployment.status in (${inService})) as serving,
         count(*) filter (where deployment.status = 'COMPLETED') as completed
       from deployment join opening on opening.id = deployment.opening_id
       where deployment.country_code = country and deployment.entered_on between first_day and last_day
       group by opening.sector
     ) as of_sector
   ) as served`,
);

export interface StatisticsLoaders {
  /** By country and year, `KE/2025`. */
  readonly statisticsByCountryAndYear: DataLoader<string, StatisticsRow | null>;
}

export function statisticsLoaders(read: Reader): StatisticsLoaders {
  return { statisticsByCountryAndYear: keyedLoader<StatisticsRow>(read, STATISTICS) };
}
