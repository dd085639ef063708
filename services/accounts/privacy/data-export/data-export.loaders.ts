import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

/** A data export as the graph reads it. */
export interface DataExportRow {
  readonly key: string;
  readonly person_id: string;
  readonly expires_at: Date;
  readonly downloads: number;
}

const DATA_EXPORT_BY_ID = statement(
  'data_export_by_id',
  'select id as key, person_id, expires_at, downloads from data_export where id = any($1::text[])',
);

export interface DataExportLoaders {
  readonly dataExportById: DataLoader<string, DataExportRow | null>;
}

export function dataExportLoaders(read: Reader): DataExportLoaders {
  return { dataExportById: keyedLoader<DataExportRow>(read, DATA_EXPORT_BY_ID) };
}
