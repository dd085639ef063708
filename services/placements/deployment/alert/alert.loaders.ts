import type DataLoader from 'dataloader';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { ClearanceKind } from '../../clearance/clearance.rules.ts';
import type { DeploymentAlertKind } from './alert.rules.ts';

export interface AlertRow {
  readonly id: string;
  readonly deployment_id: string;
  readonly kind: DeploymentAlertKind;
  readonly due_on: string;
  readonly until_on: string | null;
  readonly clearance: ClearanceKind | null;
}

export interface AlertLoaders {
  /** What has to be looked after at an instant, `asOf`, the earliest day first; the owner is the empty string. */
  readonly deploymentAlerts: DataLoader<PageOf<'asOf'>, Cut<AlertRow>, string>;
}

export function alertLoaders(read: Reader): AlertLoaders {
  return {
    deploymentAlerts: pagedLoader<AlertRow, 'asOf'>(read, {
      name: 'deployment_alerts',
      columns: 'id, deployment_id, kind, due_on, until_on, clearance',
      table: 'deployment_alert',
      owner: null,
      filters: { asOf: (value) => `raised_at <= ${value}::timestamptz` },
      order: [
        { column: 'due_on', type: 'date' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
