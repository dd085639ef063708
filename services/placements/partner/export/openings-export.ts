import type { FileSource } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import type { OpeningRow } from '../../opening/opening.loaders.ts';
import type { OpeningSearchLoaders } from '../../opening/search/opening-search.loaders.ts';
import { countryOf, jsonLines, linesAfter } from './json-lines.ts';

interface OpeningsContext extends ServiceContext {
  readonly loaders: OpeningSearchLoaders;
}

/** All openings in a country that were published, decided ones too, for anyone: `openings/KE.jsonl`. By application deadline. */
export const openingsExport: FileSource<OpeningsContext> = async ({ loaders }, { id, query }) => {
  const country = countryOf(id);
  const page = linesAfter(query.after, ['timestamptz', 'text']);
  if (country === null || page === null) return 'not-found';
  const { rows } = await loaders.openings.load({ owner: '', filter: { countries: [country] }, page });
  return jsonLines(`openings-${country}.jsonl`, rows, keyOf, (row) => ({
    id: row.id,
    title: row.title,
    sector: row.sector,
    country: row.country_code,
    city: row.city,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    applicationDeadline: row.application_deadline.toISOString(),
    status: row.status,
    hostOrganisationId: row.host_organisation_id,
    programmeId: row.programme_id,
    isDemo: row.is_demo,
    version: row.version,
  }));
};

function keyOf(row: OpeningRow): [string, string] {
  return [row.application_deadline.toISOString(), row.id];
}
