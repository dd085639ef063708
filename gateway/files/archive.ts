import { strToU8, Zip, ZipDeflate } from 'fflate';
import { csvOf } from '../../services/shared/text/csv.rules.ts';
import type { ServiceRecords } from './personal-records.ts';

/** The files of a person's archive, by path: everything as JSON, and each table as CSV. */
export function* archiveFiles(
  personId: string,
  records: readonly ServiceRecords[],
  now: Date,
): Generator<readonly [path: string, text: string]> {
  const services = Object.fromEntries(
    records.map(({ service, tables }) => [
      service,
      Object.fromEntries(
        tables.map(({ table, columns, rows }) => [
          table,
          rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
        ]),
      ),
    ]),
  );
  yield ['data.json', `${JSON.stringify({ personId, gatheredAt: now.toISOString(), services }, null, 2)}\n`];
  for (const { service, tables } of records) {
    for (const { table, columns, rows } of tables) yield [`${service}/${table}.csv`, csvOf(columns, rows)];
  }
}

/** Packs files into a zip archive, one after the other, as the reader takes them. */
export function* zipped(files: Iterable<readonly [path: string, text: string]>, now: Date): Generator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  for (const [path, text] of files) {
    const entry = new ZipDeflate(path);
    entry.mtime = now;
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
}
