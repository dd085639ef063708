import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { actorsOf, type RegisterActor } from '../form/step.rules.ts';
import { Organisation } from './organisation.entity.ts';
import { OrganisationRepresentative } from './representative/representative.entity.ts';

/** IDs of those who represent an organisation at this moment. */
export async function representativeIds(tx: EntityManager, organisationId: string): Promise<string[]> {
  const rows = await tx.find(OrganisationRepresentative, { organisation: organisationId, until: null });
  return rows.map(({ personId }) => personId);
}

/** What a viewer is to an organisation at this moment; empty for a stranger. */
export async function actorsOver(
  tx: EntityManager,
  organisationId: string,
  viewer: Viewer,
): Promise<readonly RegisterActor[]> {
  return actorsOf(viewer, await representativeIds(tx, organisationId));
}

/**
 * An organisation under lock, and what the viewer is to it.
 *
 * Null for one that does not exist, and for a stranger to it.
 */
export async function lockOrganisation(
  tx: EntityManager,
  organisationId: string,
  viewer: Viewer,
): Promise<{ readonly organisation: Organisation; readonly by: readonly RegisterActor[] } | null> {
  const organisation = await tx.findOne(Organisation, organisationId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!organisation) return null;
  const by = await actorsOver(tx, organisationId, viewer);
  return by.length > 0 ? { organisation, by } : null;
}
