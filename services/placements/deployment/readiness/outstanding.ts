import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clearance } from '../../clearance/clearance.entity.ts';
import { type ClearanceKind, outstandingClearances } from '../../clearance/clearance.rules.ts';
import { type OutstandingStatus, standingOf } from '../../clearance/standing.rules.ts';
import type { ActedOn } from '../act-on-deployment.ts';

export interface ClearancesRefusal {
  readonly refusal: 'clearances-outstanding';
  readonly outstanding: readonly { readonly kind: ClearanceKind; readonly status: OutstandingStatus }[];
}

/**
 * Why clearances do not let somebody serve until a day, or null where they do. They stay as they are until commit:
 * whoever records one waits.
 */
export async function checkClearances(
  tx: EntityManager,
  { deployment, opening }: Pick<ActedOn, 'deployment' | 'opening'>,
  endsOn: string = deployment.endsOn,
): Promise<ClearancesRefusal | null> {
  const applicationId = deployment.application?.id;
  const found = applicationId
    ? await tx.find(Clearance, { applicationId }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { kind: 'asc' } })
    : [];
  const recorded = found.map(({ kind, status, validUntil }) => ({ kind, status, validUntil: validUntil ?? null }));
  const { startsOn } = deployment;
  const outstanding = outstandingClearances(opening.clearances, recorded, { startsOn, endsOn });
  if (outstanding.length === 0) return null;
  return {
    refusal: 'clearances-outstanding',
    outstanding: outstanding.map(({ kind }) => ({
      kind,
      status: standingOf(recorded.find((one) => one.kind === kind)),
    })),
  };
}
