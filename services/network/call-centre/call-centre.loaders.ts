import DataLoader from 'dataloader';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { OpeningHours } from '../contact/opening-hours.rules.ts';

/** The call centre as the graph reads it. */
export interface CallCentreRow {
  readonly id: string;
  readonly phone: string | null;
  readonly hours: OpeningHours | null;
  readonly languages: string[] | null;
  readonly as_of: string | null;
  readonly version: number;
}

const CALL_CENTRE = statement(
  'call_centre',
  'select id, phone, hours, languages, as_of, version from call_centre limit 1',
);

export interface CallCentreLoaders {
  /** There is one: whatever is asked for, it is that. */
  readonly callCentre: DataLoader<'the', CallCentreRow | null>;
}

export function callCentreLoaders(read: Reader): CallCentreLoaders {
  return {
    callCentre: new DataLoader<'the', CallCentreRow | null>(async (asked) => {
      const [row = null] = await read.rows<CallCentreRow>(CALL_CENTRE, []);
      return asked.map(() => row);
    }),
  };
}
