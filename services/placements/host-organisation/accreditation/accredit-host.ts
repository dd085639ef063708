import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../shared/text/day.rules.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { checkStep, type StepRefusal } from '../../form/step.rules.ts';
import { HostAccreditationStatus, hostTransitions, statusOn } from '../host-organisation.rules.ts';
import { checkValidity } from './accreditation-form.rules.ts';
import { lockHost, stepHost } from './lock-host.ts';

export interface AccreditHost {
  readonly actorId: string;
  readonly hostOrganisationId: string;
  /** First day; null for a renewal, which keeps the first day there is. */
  readonly validFrom: string | null;
  /** Last day. */
  readonly validUntil: string;
  readonly expectedVersion: number | null;
}

export type AccreditHostOutcome =
  | { readonly hostOrganisationId: string }
  | { readonly refusal: 'host-organisation-not-found' }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] }
  | StepRefusal;

const { UNDER_REVIEW, ACCREDITED, EXPIRED } = HostAccreditationStatus;

/** Where an accreditation is given for the first time, and where it is renewed. */
const FIRST: readonly HostAccreditationStatus[] = [UNDER_REVIEW];
const RENEWABLE: readonly HostAccreditationStatus[] = [ACCREDITED, EXPIRED];

/**
 * Accredits a reviewed host for its days, or renews an accreditation, also one that has run out.
 *
 * Days are those at the host. A suspended host is reinstated and not renewed.
 */
export function accreditHost(em: EntityManager, command: AccreditHost, now: Date): Promise<AccreditHostOutcome> {
  const { actorId, hostOrganisationId, validFrom, validUntil, expectedVersion } = command;
  return em.transactional(async (tx) => {
    const host = await lockHost(tx, hostOrganisationId);
    if (!host) return { refusal: 'host-organisation-not-found' };
    const today = dayIn(host.timeZone, now);
    const from = statusOn(host, today);
    const to = ACCREDITED;
    const step = { to, by: ['placement-officer'] as const, expectedVersion };
    const refusal = checkStep(hostTransitions, { status: from, version: host.version }, step);
    if (refusal) return refusal;
    const isRenewal = validFrom === null;
    if (!(isRenewal ? RENEWABLE : FIRST).includes(from))
      return { refusal: 'invalid-transition', from, to, allowed: [] };
    const violations = checkValidity({ validFrom: validFrom ?? host.accreditedFrom ?? null, validUntil }, today);
    if (violations.length > 0) return { refusal: 'invalid', violations };

    const besides = [{ field: 'validUntil', from: host.accreditationValidUntil ?? null, to: validUntil }];
    if (validFrom !== null) host.accreditedFrom = validFrom;
    host.accreditationValidUntil = validUntil;
    const command = isRenewal ? 'renewAccreditation' : 'accreditHost';
    await stepHost(tx, host, { actorId, command, from, to, besides }, now);
    return { hostOrganisationId };
  });
}
