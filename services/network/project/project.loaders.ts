import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';
import type { ProjectStatus } from './project.rules.ts';

/** A project with its region and those who act for its organisation, as the graph reads it. */
export interface ProjectRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly region_code: string;
  readonly region_name: Texts;
  readonly sector: NetworkSector;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly status: ProjectStatus;
  readonly submitted_at: Date;
  readonly published_at: Date | null;
  readonly decision_reason: string | null;
  readonly is_demo: boolean;
  readonly version: number;
  /** Who acts for its organisation at this moment. */
  readonly representative_ids: string[];
}

/** What volunteers gave to a project. */
export interface ProjectTotalsRow {
  readonly key: string;
  /** Who takes part at this moment, and who ever did. */
  readonly participants: number;
  readonly volunteers: number;
  readonly verified_minutes: number;
}

/** A project that has news for whoever follows the network. */
export interface ProjectNewsRow {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly organisation_name: Texts;
  readonly region_name: Texts;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly status: ProjectStatus;
  readonly published_at: Date;
  readonly moved_at: Date;
}

export type ProjectFilter = 'status' | 'region' | 'sector';

const COLUMNS = `id, organisation_id, title, description, region_code, region.name as region_name, sector, starts_on, ends_on,
  status, submitted_at, published_at, decision_reason, is_demo, version,
  array(select person_id from organisation_representative as one
    where one.organisation_id = project.organisation_id and one.until is null order by one.since, one.id)
    as representative_ids`;
const PROJECTS = 'project join region on region.code = region_code';
const FILTERS = {
  status: (value: string) => `status = any(${value}::text[])`,
  region: (value: string) => `region_code = ${value}`,
  sector: (value: string) => `sector = ${value}`,
};
const ORDER = {
  order: [
    { column: 'starts_on', type: 'date' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
} as const;

const PROJECT_BY_ID = statement(
  'project_by_id',
  `select id as key, ${COLUMNS} from ${PROJECTS} where id = any($1::text[])`,
);
const TOTALS_BY_PROJECT = statement(
  'project_totals',
  `select id as key, taking.participants, taking.volunteers, given.verified_minutes
   from project
   cross join lateral (
     select count(*) filter (where left_at is null) as participants, count(distinct person_id) as volunteers
     from participation where project_id = project.id
   ) as taking
   cross join lateral (
     select coalesce(sum(minutes), 0) as verified_minutes
     from volunteer_hours where project_id = project.id and status = 'VERIFIED'
   ) as given
   where id = any($1::text[])`,
);
const PROJECT_NEWS = statement(
  'project_news',
  `select project.id, title, description, organisation.name as organisation_name, region.name as region_name, starts_on,
     ends_on, project.status, published_at, moved_at
   from project
   join organisation on organisation.id = organisation_id
   join region on region.code = project.region_code
   where project.status in ('APPROVED', 'RUNNING', 'CLOSED')
   order by moved_at desc, project.id limit $1`,
);
const PROJECT_LIST: PagedList<ProjectFilter> = {
  ...ORDER,
  name: 'projects',
  columns: COLUMNS,
  table: PROJECTS,
  owner: null,
  filters: FILTERS,
};
const PROJECTS_OF_ORGANISATION: PagedList<ProjectFilter> = {
  ...ORDER,
  name: 'projects_of_organisation',
  columns: COLUMNS,
  table: PROJECTS,
  owner: 'organisation_id',
  filters: FILTERS,
};

export interface ProjectLoaders {
  readonly projectById: DataLoader<string, (ProjectRow & { readonly key: string }) | null>;
  readonly totalsByProject: DataLoader<string, ProjectTotalsRow | null>;
  /** Those that begin last first. */
  readonly projects: DataLoader<PageOf<ProjectFilter>, Cut<ProjectRow>, string>;
  readonly projectCount: DataLoader<ListOf<ProjectFilter>, number, string>;
  readonly projectsOfOrganisation: DataLoader<PageOf<ProjectFilter>, Cut<ProjectRow>, string>;
  readonly projectCountOfOrganisation: DataLoader<ListOf<ProjectFilter>, number, string>;
}

export function projectLoaders(read: Reader): ProjectLoaders {
  return {
    projectById: keyedLoader<ProjectRow & { readonly key: string }>(read, PROJECT_BY_ID),
    totalsByProject: keyedLoader<ProjectTotalsRow>(read, TOTALS_BY_PROJECT),
    projects: pagedLoader<ProjectRow, ProjectFilter>(read, PROJECT_LIST),
    projectCount: countLoader(read, PROJECT_LIST),
    projectsOfOrganisation: pagedLoader<ProjectRow, ProjectFilter>(read, PROJECTS_OF_ORGANISATION),
    projectCountOfOrganisation: countLoader(read, PROJECTS_OF_ORGANISATION),
  };
}

/** Public projects whose status changed last, the latest first. */
export function latestProjects(read: Reader, limit: number): Promise<ProjectNewsRow[]> {
  return read.rows<ProjectNewsRow>(PROJECT_NEWS, [limit]);
}
