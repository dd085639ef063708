import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { lockOrganisation } from '../lock-organisation.ts';
import { OrganisationRepresentative } from './representative.entity.ts';

export interface ChangeRepresentatives {
  readonly viewer: Viewer;
  readonly organisationId: string;
  readonly personId: string;
}

export type ChangeRepresentativesOutcome =
  | { readonly organisationId: string }
  | { readonly refusal: 'organisation-not-found' | 'not-a-representative' | 'last-representative' };

/** Lets somebody else represent an organisation, beside those who do. Who does already stays as they are. */
export function addRepresentative(
  em: EntityManager,
  { viewer, organisationId, personId }: ChangeRepresentatives,
  now: Date,
): Promise<ChangeRepresentativesOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOrganisation(tx, organisationId, viewer);
    if (!locked) return { refusal: 'organisation-not-found' };
    const organisation = locked.organisation;
    if ((await tx.count(OrganisationRepresentative, { organisation, personId, until: null })) > 0) {
      return { organisationId };
    }
    const id = newId('organisation_representative');
    tx.create(OrganisationRepresentative, { id, organisation, personId, since: now });
    const changes = [{ field: 'representative', from: null, to: personId }];
    audit(tx, { actorId: personOf(viewer), command: 'addRepresentative', subjectId: organisationId, changes }, now);
    return { organisationId };
  });
}

/**
 * Ends that somebody represents an organisation.
 *
 * Under the organisation's lock, so that two who leave at once do not leave it to nobody: the last stays.
 */
export function removeRepresentative(
  em: EntityManager,
  { viewer, organisationId, personId }: ChangeRepresentatives,
  now: Date,
): Promise<ChangeRepresentativesOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOrganisation(tx, organisationId, viewer);
    if (!locked) return { refusal: 'organisation-not-found' };
    const standing = await tx.find(OrganisationRepresentative, { organisation: locked.organisation, until: null });
    const leaving = standing.find((one) => one.personId === personId);
    if (!leaving) return { refusal: 'not-a-representative' };
    if (standing.length === 1) return { refusal: 'last-representative' };

    leaving.until = now;
    const changes = [{ field: 'representative', from: personId, to: null }];
    audit(tx, { actorId: personOf(viewer), command: 'removeRepresentative', subjectId: organisationId, changes }, now);
    return { organisationId };
  });
}
