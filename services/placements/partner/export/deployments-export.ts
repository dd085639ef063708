import type { FileSource } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { type DeploymentRow, whoseDeployment } from '../../deployment/deployment.loaders.ts';
import { statusSeenBy } from '../../deployment/deployment.rules.ts';
import type { CountryDeploymentsLoaders } from '../deployments/country-deployments.loaders.ts';
import { speakersFor } from '../speaker.rules.ts';
import { countryOf, jsonLines, linesAfter } from './json-lines.ts';

interface DeploymentsContext extends ServiceContext {
  readonly loaders: CountryDeploymentsLoaders;
}

const speakers = speakersFor((country: string) => country);

/** Service in a country for those who speak for it, without who serves: `deployments/KE.jsonl`. By first day. */
export const deploymentsExport: FileSource<DeploymentsContext> = async ({ loaders, viewer }, { id, query }) => {
  const country = countryOf(id);
  if (country === null) return 'not-found';
  const verdict = speakers.decide(viewer, country);
  if (verdict !== 'allowed') return verdict;
  const page = linesAfter(query.after, ['date', 'text']);
  if (page === null) return 'not-found';
  const { rows } = await loaders.deploymentsByCountry.load({ owner: country, page });
  return jsonLines(`deployments-${country}.jsonl`, rows, keyOf, (row) => ({
    id: row.id,
    status: statusSeenBy(viewer, whoseDeployment(row), row.status),
    country: row.country_code,
    openingId: row.opening_id,
    hostOrganisationId: row.host_organisation_id,
    programmeId: row.programme_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    enteredOn: row.entered_on,
    endedOn: row.ended_on,
    isDemo: row.is_demo,
    version: row.version,
  }));
};

function keyOf(row: DeploymentRow): [string, string] {
  return [row.starts_on, row.id];
}
