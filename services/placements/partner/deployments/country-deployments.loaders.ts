import type DataLoader from 'dataloader';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import { DEPLOYMENT_COLUMNS, type DeploymentRow } from '../../deployment/deployment.loaders.ts';

export interface CountryDeploymentsLoaders {
  /** Deployments in a country, by their first day; the owner is an ISO 3166-1 alpha-2 code. */
  readonly deploymentsByCountry: DataLoader<PageOf<'year'>, Cut<DeploymentRow>, string>;
}

export function countryDeploymentsLoaders(read: Reader): CountryDeploymentsLoaders {
  return {
    deploymentsByCountry: pagedLoader<DeploymentRow, 'year'>(read, {
      name: 'deployments_by_country',
      columns: DEPLOYMENT_COLUMNS,
      table: 'deployment',
      owner: 'country_code',
      filters: {
        year: (value) =>
          `starts_on between make_date(${value}::integer, 1, 1) and make_date(${value}::integer, 12, 31)`,
      },
      order: [
        { column: 'starts_on', type: 'date' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
