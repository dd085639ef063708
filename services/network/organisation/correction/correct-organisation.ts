import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { NetworkSector } from '../../sector/sector.rules.ts';
import { lockOrganisation } from '../lock-organisation.ts';
import { foldedName, type GivenOrganisation, OrganisationStatus } from '../organisation.rules.ts';

export interface CorrectOrganisation {
  readonly viewer: Viewer;
  readonly organisationId: string;
  readonly expectedVersion: number | null;
  /** Checked already. */
  readonly organisation: GivenOrganisation & { readonly sector: NetworkSector };
}

export type CorrectOrganisationOutcome =
  | { readonly organisationId: string }
  | { readonly refusal: 'organisation-not-found' }
  | { readonly refusal: 'organisation-decided'; readonly status: OrganisationStatus }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Corrects an organisation that nobody has decided about, by one who represents it.
 *
 * Takes the row lock that a decision takes: whoever decides from the version before finds that there is a newer one. To
 * others there is no such organisation.
 */
export function correctOrganisation(
  em: EntityManager,
  { viewer, organisationId, expectedVersion, organisation: given }: CorrectOrganisation,
  now: Date,
): Promise<CorrectOrganisationOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOrganisation(tx, organisationId, viewer);
    if (!locked?.by.includes('owner')) return { refusal: 'organisation-not-found' };
    const { organisation } = locked;
    const { status, version } = organisation;
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    if (status !== OrganisationStatus.SUBMITTED) return { refusal: 'organisation-decided', status };

    const facts = ['regionCode', 'sector'] as const;
    const changes: { field: string; from: string | number; to: string | number }[] = facts
      .filter((field) => organisation[field] !== given[field])
      .map((field) => ({ field, from: organisation[field], to: given[field] }));
    const { regionCode, sector } = given;
    const name = textsOf(given.name);
    const webAddress = given.webAddress?.trim() ?? null;
    const corrected = { name, foldedName: foldedName(name), regionCode, sector, webAddress };
    tx.assign(organisation, corrected, { mergeObjectProperties: false });
    await tx.flush();
    if (organisation.version === version) return { organisationId };
    changes.push({ field: 'version', from: version, to: organisation.version });
    audit(tx, { actorId: personOf(viewer), command: 'correctOrganisation', subjectId: organisationId, changes }, now);
    publish(tx, 'OrganisationCorrected', { organisationId }, now);
    return { organisationId };
  });
}
