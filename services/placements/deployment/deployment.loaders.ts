import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { DeploymentStatus } from './deployment.rules.ts';

/** A deployment as the graph reads it. */
export interface DeploymentRow {
  readonly key: string;
  readonly id: string;
  readonly application_id: string | null;
  readonly opening_id: string;
  readonly programme_id: string;
  readonly host_organisation_id: string;
  readonly country_code: string;
  readonly person_id: string;
  readonly status: DeploymentStatus;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly departs_on: string | null;
  readonly entered_on: string | null;
  readonly ended_on: string | null;
  readonly is_demo: boolean;
  readonly version: number;
}

/** Whom a deployment concerns, as the rules ask. */
export function whoseDeployment(row: DeploymentRow) {
  return { personId: row.person_id, hostOrganisationId: row.host_organisation_id, countryCode: row.country_code };
}

export const DEPLOYMENT_COLUMNS = `id, application_id, opening_id, programme_id, host_organisation_id, country_code, person_id,
  status, starts_on, ends_on, departs_on, entered_on, ended_on, is_demo, version`;

const DEPLOYMENT_BY_ID = statement(
  'deployment_by_id',
  `select id as key, ${DEPLOYMENT_COLUMNS} from deployment where id = any($1::text[])`,
);

export interface DeploymentLoaders {
  readonly deploymentById: DataLoader<string, DeploymentRow | null>;
  /** A person's deployments, the latest first. */
  readonly deploymentsByPerson: DataLoader<PageOf, Cut<DeploymentRow>, string>;
}

export function deploymentLoaders(read: Reader): DeploymentLoaders {
  return {
    deploymentById: keyedLoader<DeploymentRow>(read, DEPLOYMENT_BY_ID),
    deploymentsByPerson: pagedLoader<DeploymentRow>(read, {
      name: 'deployments_by_person',
      columns: DEPLOYMENT_COLUMNS,
      table: 'deployment',
      owner: 'person_id',
      order: [
        { column: 'starts_on', type: 'date' },
        { column: 'id', type: 'text' },
      ],
      descending: true,
    }),
  };
}
