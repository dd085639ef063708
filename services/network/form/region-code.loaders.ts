import DataLoader from 'dataloader';
import { type Reader, statement } from '../../shared/database/statement.ts';

const REGION_CODES = statement('region_codes', 'select code from region order by code');

export interface RegionCodeLoaders {
  /** Codes of all regions there are, ISO 3166-2. */
  readonly regionCodes: DataLoader<'all', readonly string[]>;
}

export function regionCodeLoaders(read: Reader): RegionCodeLoaders {
  return {
    regionCodes: new DataLoader<'all', readonly string[]>(async (asked) => {
      const rows = await read.rows<{ code: string }>(REGION_CODES, []);
      const codes = rows.map(({ code }) => code);
      return asked.map(() => codes);
    }),
  };
}
