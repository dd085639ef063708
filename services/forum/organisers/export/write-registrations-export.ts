import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { BYTE_ORDER_MARK } from '../../../shared/text/csv.rules.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import type { FilterValues } from '../list/registration-filter.rules.ts';
import { registrationsWhere } from '../list/registration-list.loaders.ts';
import { type ExportTerms, exportHead, exportLine } from './exported-registration.rules.ts';
import { RegistrationsExport } from './registrations-export.entity.ts';
import { ExportFormat, RegistrationsExportStatus } from './registrations-export.rules.ts';

const BATCH = 5_000;
const CHUNK_CHARACTERS = 256 * 1024;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly citizenship: string | null;
  readonly affiliation: string | null;
  readonly registered_at: string;
  readonly dietary_needs: string | null;
  readonly accessibility_needs: string | null;
  readonly interpretation_language: string | null;
}

/**
 * Acts on `RegistrationsExportRequested`: writes the file, in pieces, of the registrations as they are at one moment.
 *
 * Holds the export's row lock until commit. Whoever is erased at this moment waits for it, and takes the file away; or
 * is gone from the registrations before they are read.
 */
export const writeRegistrationsExport: EventHandler = async (tx, { payload }, now) => {
  const id = String(payload.exportId);
  const found = await tx.findOne(RegistrationsExport, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (found?.status !== RegistrationsExportStatus.QUEUED || !found.filter) return;
  const { timeZone } = await found.edition.loadOrFail();
  const { format, withNeeds } = found;

  const file = new ChunkedFile(tx, id);
  const terms: ExportTerms = { format, withNeeds, timeZone };
  await file.write(`${format === ExportFormat.CSV ? BYTE_ORDER_MARK : ''}${exportHead(terms)}`);
  let rows = 0;
  for await (const row of registrations(tx, found.edition.id, found.filter)) {
    await file.write(exportLine(asExported(row, withNeeds), terms));
    rows += 1;
  }
  found.chunks = await file.end();
  found.rows = rows;
  found.status = RegistrationsExportStatus.READY;
  found.filter = null;
  const changes = [
    { field: 'status', from: RegistrationsExportStatus.QUEUED, to: RegistrationsExportStatus.READY },
    { field: 'rows', from: null, to: rows },
  ];
  audit(tx, { actorId: null, command: 'writeRegistrationsExport', subjectId: id, changes }, now);
};

/** Through a cursor, which shows one moment however long it is read. */
async function* registrations(tx: EntityManager, editionId: string, filter: FilterValues): AsyncGenerator<Row> {
  const { where, values } = registrationsWhere(editionId, filter);
  await tx.execute(
    `declare exported no scroll cursor for
     select id, status, category, native_name, latin_name, citizenship, affiliation, registered_at, dietary_needs,
       accessibility_needs, interpretation_language
     from registration where ${where} order by registered_at desc, id desc`,
    [...values],
  );
  for (;;) {
    const batch = await tx.execute<Row[]>(`fetch ${BATCH} from exported`);
    yield* batch;
    if (batch.length < BATCH) break;
  }
  await tx.execute('close exported');
}

function asExported(row: Row, withNeeds: boolean) {
  return {
    id: row.id,
    status: row.status,
    category: row.category,
    nativeName: row.native_name,
    latinName: row.latin_name,
    citizenship: row.citizenship,
    affiliation: row.affiliation,
    registeredAt: new Date(row.registered_at),
    needs: withNeeds
      ? {
          dietaryNeeds: row.dietary_needs,
          accessibilityNeeds: row.accessibility_needs,
          interpretationLanguage: row.interpretation_language,
        }
      : null,
  };
}

/** A text that is put into the database a piece at a time. */
class ChunkedFile {
  readonly #tx: EntityManager;
  readonly #exportId: string;
  #chunks = 0;
  #open: string[] = [];
  #length = 0;

  constructor(tx: EntityManager, exportId: string) {
    this.#tx = tx;
    this.#exportId = exportId;
  }

  async write(text: string): Promise<void> {
    this.#open.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK_CHARACTERS) await this.#close();
  }

  /** Returns the number of pieces. */
  async end(): Promise<number> {
    if (this.#length > 0) await this.#close();
    return this.#chunks;
  }

  async #close(): Promise<void> {
    await this.#tx.execute('insert into export_chunk (export_id, place, content) values (?, ?, ?)', [
      this.#exportId,
      this.#chunks,
      Buffer.from(this.#open.join('')),
    ]);
    this.#chunks += 1;
    this.#open = [];
    this.#length = 0;
  }
}
