import { Readable } from 'node:stream';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isToken } from '../../../shared/crypto/link-token.ts';
import type { AskedFile, FileRefusal, ServedFile } from '../../../shared/files/file.ts';
import { audit } from '../../../shared/journal/journal.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { RegistrationsExport } from './registrations-export.entity.ts';
import { exportChunks } from './registrations-export.loaders.ts';
import { ExportFormat, RegistrationsExportStatus, statusAt } from './registrations-export.rules.ts';

export interface DownloadRegistrationsExport {
  readonly exportId: string;
  readonly token: string;
}

export type DownloadRegistrationsExportOutcome =
  | { readonly format: ExportFormat; readonly chunks: number; readonly year: number }
  | { readonly refusal: 'export-not-found' | 'export-not-ready' | 'export-expired' };

/**
 * Lets a download begin, and counts it. Tells nobody who has not the token whether there is such an export.
 *
 * The trail says whose link it was; who used it nobody knows.
 */
export function downloadRegistrationsExport(
  em: EntityManager,
  { exportId, token }: DownloadRegistrationsExport,
  now: Date,
): Promise<DownloadRegistrationsExportOutcome> {
  return em.transactional(async (tx) => {
    const found = await tx.findOne(RegistrationsExport, exportId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!isToken(token, found?.tokenHash ?? null) || !found) return { refusal: 'export-not-found' };
    const status = statusAt(found, now);
    if (status === RegistrationsExportStatus.EXPIRED) return { refusal: 'export-expired' };
    if (status !== RegistrationsExportStatus.READY) return { refusal: 'export-not-ready' };
    const edition = await found.edition.loadOrFail();

    const changes = [
      { field: 'downloads', from: found.downloads, to: found.downloads + 1 },
      { field: 'linkOf', from: null, to: found.requestedById },
    ];
    found.downloads += 1;
    audit(tx, { actorId: null, command: 'downloadRegistrationsExport', subjectId: exportId, changes }, now);
    return { format: found.format, chunks: found.chunks ?? 0, year: edition.year };
  });
}

const refusals: Record<Extract<DownloadRegistrationsExportOutcome, { refusal: string }>['refusal'], FileRefusal> = {
  'export-not-found': 'not-found',
  'export-not-ready': 'not-found',
  'export-expired': 'expired',
};

const CONTENT_TYPES: Record<ExportFormat, string> = {
  [ExportFormat.CSV]: 'text/csv; charset=utf-8',
  [ExportFormat.JSONL]: 'application/jsonl; charset=utf-8',
};

/** Gives an export out to whoever has its token, as fast as they take it. */
export async function registrationsExportFile(
  { em, read, now }: ServiceContext,
  { id, query }: AskedFile,
): Promise<ServedFile | FileRefusal> {
  const outcome = await downloadRegistrationsExport(em, { exportId: id, token: query.token ?? '' }, now());
  if ('refusal' in outcome) return refusals[outcome.refusal];
  const { format, chunks, year } = outcome;
  return {
    contentType: CONTENT_TYPES[format],
    filename: `registrations-${year}.${format.toLowerCase()}`,
    body: Readable.from(exportChunks(read, id, chunks), { objectMode: false }),
  };
}
