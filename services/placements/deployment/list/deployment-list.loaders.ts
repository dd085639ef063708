import type DataLoader from 'dataloader';
import { type ListFilter, type PagedList, type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import { DEPLOYMENT_COLUMNS, type DeploymentRow } from '../deployment.loaders.ts';

type FilterName = 'status' | 'host' | 'country' | 'programme';

const FILTERS: Readonly<Record<FilterName, ListFilter>> = {
  status: (value) => `status = any(${value}::text[])`,
  host: (value) => `host_organisation_id = ${value}`,
  country: (value) => `country_code = ${value}`,
  programme: (value) => `programme_id = ${value}`,
};

const list = {
  columns: DEPLOYMENT_COLUMNS,
  table: 'deployment',
  filters: FILTERS,
  order: [
    { column: 'starts_on', type: 'date' },
    { column: 'id', type: 'text' },
  ],
} as const satisfies Partial<PagedList<FilterName>>;

/** All of them by first day. */
export interface DeploymentListLoaders {
  /** The owner is the empty string. */
  readonly deployments: DataLoader<PageOf<FilterName>, Cut<DeploymentRow>, string>;
  readonly deploymentsByHost: DataLoader<PageOf<FilterName>, Cut<DeploymentRow>, string>;
}

export function deploymentListLoaders(read: Reader): DeploymentListLoaders {
  return {
    deployments: pagedLoader<DeploymentRow, FilterName>(read, { ...list, name: 'deployments', owner: null }),
    deploymentsByHost: pagedLoader<DeploymentRow, FilterName>(read, {
      ...list,
      name: 'deployments_by_host',
      owner: 'host_organisation_id',
    }),
  };
}
