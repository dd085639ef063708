import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

export interface LeaveRow {
  readonly key: string;
  readonly id: string;
  readonly from_on: string;
  readonly until_on: string;
  readonly ended_on: string | null;
}

const LEAVES = statement(
  'leaves_by_deployment',
  `select deployment_id as key, id, from_on, until_on, ended_on from deployment_leave
   where deployment_id = any($1::text[]) order by from_on, id`,
);

export interface LeaveLoaders {
  /** In the order of the days. */
  readonly leavesByDeployment: DataLoader<string, LeaveRow[]>;
}

export function leaveLoaders(read: Reader): LeaveLoaders {
  return { leavesByDeployment: keyedListLoader<LeaveRow>(read, LEAVES) };
}
