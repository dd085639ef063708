import type { FileRefusal, ServedFile } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { csvOf } from '../../../shared/text/csv.rules.ts';
import { PORTAL_LANGUAGES } from '../../../shared/text/localize.rules.ts';
import { allFigures, type ImpactFigureRow } from '../impact-figure.loaders.ts';

const CACHE_SECONDS = 300;
const COLUMNS = [
  'id',
  'line_id',
  'version',
  'key',
  ...PORTAL_LANGUAGES.map((language) => `label_${language}`),
  'unit',
  'year',
  'value',
  'qualifier',
  'period_from',
  'period_until',
  'as_of',
  'origin',
  'source_title',
  'source_url',
  'source_published_on',
  ...PORTAL_LANGUAGES.map((language) => `note_${language}`),
  'recorded_at',
  'superseded_at',
];

/**
 * Every figure that was ever published, with its source, as CSV: `all` is the one file of its kind.
 *
 * Corrected figures are in it too, with when they were; whoever adds up rows adds what no source adds.
 */
export async function figuresCsv(
  { read }: Pick<ServiceContext, 'read'>,
  { id }: { readonly id: string },
): Promise<ServedFile | FileRefusal> {
  if (id !== 'all') return 'not-found';
  const figures = await allFigures(read);
  const recorded = figures.map(({ recorded_at }) => recorded_at.getTime());
  return {
    contentType: 'text/csv; charset=utf-8',
    filename: 'impact-figures.csv',
    body: csvOf(COLUMNS, figures.map(cellsOf)),
    ...(recorded.length > 0 && { lastModified: new Date(Math.max(...recorded)) }),
    cacheSeconds: CACHE_SECONDS,
  };
}

function cellsOf(row: ImpactFigureRow): (string | null)[] {
  return [
    row.id,
    row.line_id,
    String(row.version),
    row.definition_key,
    ...PORTAL_LANGUAGES.map((language) => row.label[language] ?? null),
    row.unit,
    String(row.year),
    String(row.value),
    row.qualifier,
    row.period_from,
    row.period_until,
    row.as_of,
    row.origin,
    row.source_title,
    row.source_url,
    row.source_published_on,
    ...PORTAL_LANGUAGES.map((language) => row.note[language] ?? null),
    row.recorded_at.toISOString(),
    row.superseded_at?.toISOString() ?? null,
  ];
}
