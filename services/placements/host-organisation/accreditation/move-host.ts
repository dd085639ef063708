import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { checkStep, type StepRefusal } from '../../form/step.rules.ts';
import { type HostAccreditationStatus, hostTransitions, statusOn } from '../host-organisation.rules.ts';
import { lockHost, stepHost } from './lock-host.ts';

export interface MoveHost {
  readonly actorId: string;
  /** As the graph calls it. */
  readonly command: string;
  readonly hostOrganisationId: string;
  readonly to: HostAccreditationStatus;
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveHostOutcome =
  | { readonly hostOrganisationId: string }
  | { readonly refusal: 'host-organisation-not-found' }
  | StepRefusal;

/**
 * Takes a host into review, suspends or reinstates it, or withdraws its accreditation.
 *
 * Nothing of deployments or openings changes with it: a host that is not accredited is offered nobody anew.
 */
export function moveHost(
  em: EntityManager,
  { hostOrganisationId, to, expectedVersion, ...act }: MoveHost,
  now: Date,
): Promise<MoveHostOutcome> {
  return em.transactional(async (tx) => {
    const host = await lockHost(tx, hostOrganisationId);
    if (!host) return { refusal: 'host-organisation-not-found' };
    const status = statusOn(host, dayIn(host.timeZone, now));
    const by = ['placement-officer'] as const;
    const refusal = checkStep(hostTransitions, { status, version: host.version }, { to, by, expectedVersion });
    if (refusal) return refusal;
    await stepHost(tx, host, { ...act, from: status, to }, now);
    return { hostOrganisationId };
  });
}
