import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

export interface CoverRow {
  readonly key: string;
  readonly id: string;
  readonly from_on: string;
  readonly until_on: string;
  readonly insurer: string;
  readonly policy_reference: string | null;
}

export interface GapRow {
  readonly key: string;
  readonly from_on: string;
  readonly until_on: string;
}

const COVERS = statement(
  'insurance_covers_by_deployment',
  `select deployment_id as key, id, from_on, until_on, insurer, policy_reference from insurance_cover
   where deployment_id = any($1::text[]) order by from_on, id`,
);

/** Who never set out needed no insurance; whose service has ended needed it until then. */
const GAPS = statement(
  'insurance_gaps_by_deployment',
  `select deployment.id as key, lower(gap) as from_on, upper(gap) - 1 as until_on
   from deployment, unnest(uninsured(deployment.id, starts_on, least(ends_on, ended_on))) as gap
   where deployment.id = any($1::text[]) and status <> 'CANCELLED_BEFORE_DEPARTURE' order by gap`,
);

/** In the order of the days. */
export interface InsuranceLoaders {
  readonly coversByDeployment: DataLoader<string, CoverRow[]>;
  readonly insuranceGapsByDeployment: DataLoader<string, GapRow[]>;
}

export function insuranceLoaders(read: Reader): InsuranceLoaders {
  return {
    coversByDeployment: keyedListLoader<CoverRow>(read, COVERS),
    insuranceGapsByDeployment: keyedListLoader<GapRow>(read, GAPS),
  };
}
