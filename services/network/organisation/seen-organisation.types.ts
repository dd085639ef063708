import type { Viewer } from '../../shared/access/access.rules.ts';
import { actorsOf } from '../form/step.rules.ts';
import type { OrganisationLoaders, OrganisationRow } from './organisation.loaders.ts';
import { PUBLIC_ORGANISATIONS } from './organisation.rules.ts';
import { OrganisationType } from './organisation.types.ts';

/** An organisation for whoever may see it: an approved one for anyone, others for those concerned. */
export function organisationSeen(row: OrganisationRow, viewer: Viewer): OrganisationType | null {
  const isPublic = PUBLIC_ORGANISATIONS.includes(row.status);
  return isPublic || actorsOf(viewer, row.representative_ids).length > 0 ? new OrganisationType(row) : null;
}

/** An organisation as it is after a change. */
export async function organisationNow(
  id: string,
  { organisationById }: Pick<OrganisationLoaders, 'organisationById'>,
): Promise<OrganisationType> {
  const row = await organisationById.clear(id).load(id);
  if (!row) throw new Error(`organisation ${id} is gone`);
  return new OrganisationType(row);
}
