import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { checkStep, type StepRefusal } from '../form/step.rules.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { type OrganisationStatus, organisationTransitions } from './organisation.rules.ts';

export interface MoveOrganisation {
  readonly viewer: Viewer;
  /** As the graph calls it. */
  readonly command: string;
  readonly organisationId: string;
  readonly to: OrganisationStatus;
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveOrganisationOutcome =
  | { readonly organisationId: string }
  | { readonly refusal: 'organisation-not-found' }
  | StepRefusal;

/**
 * Approves, rejects, suspends or closes an organisation, as the viewer may.
 *
 * Holds its row lock until commit, so of two decisions at once the second sees the first. To a stranger there is no
 * such organisation.
 */
export function moveOrganisation(
  em: EntityManager,
  { viewer, command, organisationId, to, reason, expectedVersion }: MoveOrganisation,
  now: Date,
): Promise<MoveOrganisationOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOrganisation(tx, organisationId, viewer);
    if (!locked) return { refusal: 'organisation-not-found' };
    const { organisation, by } = locked;
    const refusal = checkStep(organisationTransitions, organisation, { to, by, expectedVersion });
    if (refusal) return refusal;

    const from = organisation.status;
    tx.assign(organisation, { status: to, decisionReason: reason });
    const changes = [{ field: 'status', from, to }];
    audit(tx, { actorId: personOf(viewer), command, subjectId: organisationId, changes, reason }, now);
    publish(tx, 'OrganisationMoved', { organisationId, from, to }, now);
    return { organisationId };
  });
}
