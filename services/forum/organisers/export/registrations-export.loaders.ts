import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { ExportFormat, RegistrationsExportStatus } from './registrations-export.rules.ts';

/** An export as the graph reads it. */
export interface RegistrationsExportRow {
  readonly key: string;
  readonly edition_id: string;
  readonly format: ExportFormat;
  readonly with_needs: boolean;
  readonly status: RegistrationsExportStatus;
  readonly rows: number | null;
  readonly downloads: number;
  readonly expires_at: Date;
}

const EXPORT_BY_ID = statement(
  'registrations_export_by_id',
  `select id as key, edition_id, format, with_needs, status, rows, downloads, expires_at
   from registrations_export where id = any($1::text[])`,
);
const EXPORT_CHUNK = statement('export_chunk', 'select content from export_chunk where export_id = $1 and place = $2');

export interface RegistrationsExportLoaders {
  readonly registrationsExportById: DataLoader<string, RegistrationsExportRow | null>;
}

export function registrationsExportLoaders(read: Reader): RegistrationsExportLoaders {
  return { registrationsExportById: keyedLoader<RegistrationsExportRow>(read, EXPORT_BY_ID) };
}

/** The text of an export, piece by piece as the reader takes it. Throws where it goes meanwhile: half of it is none. */
export async function* exportChunks(read: Reader, exportId: string, chunks: number): AsyncGenerator<Buffer> {
  for (let place = 0; place < chunks; place++) {
    const [chunk] = await read.rows<{ content: Buffer }>(EXPORT_CHUNK, [exportId, place]);
    if (!chunk) throw new Error(`export ${exportId} went while it was read`);
    yield chunk.content;
  }
}
