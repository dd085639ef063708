import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { ClearanceKind, ClearanceStage, ClearanceStatus } from './clearance.rules.ts';

/** A clearance of an applicant as the graph reads it: asked for by the opening, recorded, or both. */
export interface ClearanceRow {
  readonly key: string;
  readonly kind: ClearanceKind;
  /** Null where the opening does not ask for it. */
  readonly stage: ClearanceStage | null;
  /** Null where nothing is recorded. */
  readonly status: ClearanceStatus | null;
  readonly valid_until: string | null;
  readonly issuer: string | null;
  /** IANA, of the host. */
  readonly time_zone: string;
}

const CLEARANCES = statement(
  'clearances',
  `select application.id as key, each.*, opening.time_zone
   from application join opening on opening.id = application.opening_id
   cross join lateral (
     select kind, asked.stage, known.status, known.valid_until, known.issuer
     from rows from (jsonb_to_recordset(opening.clearances) as (kind text, stage text)) with ordinality
       as asked (kind, stage, place)
     full join (select * from clearance where clearance.application_id = application.id) as known using (kind)
     order by asked.place, kind
   ) as each
   where application.id = any($1::text[])`,
);

export interface ClearanceLoaders {
  /** Clearances of an application, those the opening asks for first, in its order. */
  readonly clearancesByApplicationId: DataLoader<string, ClearanceRow[]>;
}

export function clearanceLoaders(read: Reader): ClearanceLoaders {
  return { clearancesByApplicationId: keyedListLoader<ClearanceRow>(read, CLEARANCES) };
}
