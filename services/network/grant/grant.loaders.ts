import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
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
import type { GrantStatus } from './grant.rules.ts';

/** A small grant, as the graph reads it. */
export interface GrantRow {
  readonly id: string;
  readonly project_id: string;
  readonly currency: string;
  readonly asked_amount: number;
  readonly granted_amount: number | null;
  readonly purpose: Texts;
  readonly status: GrantStatus;
  readonly report: string | null;
  readonly result: Texts | null;
  readonly submitted_at: Date;
  readonly decision_reason: string | null;
  readonly is_demo: boolean;
  readonly version: number;
  /** Who acts for the project's organisation at this moment. */
  readonly representative_ids: string[];
}

export type GrantFilter = 'status' | 'region';

const COLUMNS = `id, project_id, currency, asked_amount, granted_amount, purpose, status, report, result, submitted_at,
  decision_reason, is_demo, version,
  array(select one.person_id from organisation_representative as one
    join project on project.organisation_id = one.organisation_id
    where project.id = small_grant.project_id and one.until is null) as representative_ids`;

const GRANT_BY_ID = statement(
  'small_grant_by_id',
  `select id as key, ${COLUMNS} from small_grant where id = any($1::text[])`,
);
const GRANTS_BY_PROJECT = statement(
  'small_grants_by_project',
  `select project_id as key, ${COLUMNS} from small_grant
   where project_id = any($1::text[]) order by project_id, submitted_at, id`,
);
const GRANT_LIST: PagedList<GrantFilter> = {
  name: 'small_grants',
  columns: COLUMNS,
  table: 'small_grant',
  owner: null,
  filters: {
    status: (value) => `status = any(${value}::text[])`,
    region: (value) =>
      `exists (select from project where project.id = small_grant.project_id and region_code = ${value})`,
  },
  order: [
    { column: 'submitted_at', type: 'timestamptz' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
};

export interface GrantLoaders {
  readonly grantById: DataLoader<string, (GrantRow & { readonly key: string }) | null>;
  /** In the order they were asked for. */
  readonly grantsByProject: DataLoader<string, (GrantRow & { readonly key: string })[]>;
  /** The latest first. */
  readonly grants: DataLoader<PageOf<GrantFilter>, Cut<GrantRow>, string>;
  readonly grantCount: DataLoader<ListOf<GrantFilter>, number, string>;
}

export function grantLoaders(read: Reader): GrantLoaders {
  return {
    grantById: keyedLoader<GrantRow & { readonly key: string }>(read, GRANT_BY_ID),
    grantsByProject: keyedListLoader<GrantRow & { readonly key: string }>(read, GRANTS_BY_PROJECT),
    grants: pagedLoader<GrantRow, GrantFilter>(read, GRANT_LIST),
    grantCount: countLoader(read, GRANT_LIST),
  };
}
