import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clearance } from '../../clearance/clearance.entity.ts';
import { ClearanceStage } from '../../clearance/clearance.rules.ts';
import { type OutstandingClearance, outstandingAt } from '../../clearance/standing.rules.ts';
import type { ActedOn } from '../act-on-deployment.ts';

export interface ClearancesRefusal {
  readonly refusal: 'clearances-outstanding';
  readonly outstanding: readonly OutstandingClearance[];
}

/**
 * Why clearances do not let somebody serve until a day, or null where they do. They stay as they are until commit:
 * whoever records one waits.
 */
export async function checkClearances(
  tx: EntityManager,
  { deployment, opening, today }: Pick<ActedOn, 'deployment' | 'opening' | 'today'>,
  endsOn: string = deployment.endsOn,
): Promise<ClearancesRefusal | null> {
  const applicationId = deployment.application?.id;
  const found = applicationId
    ? await tx.find(Clearance, { applicationId }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { kind: 'asc' } })
    : [];
  const recorded = found.map(({ kind, status, validUntil }) => ({ kind, status, validUntil: validUntil ?? null }));
  const { startsOn } = deployment;
  const facts = { required: opening.clearances, recorded, service: { startsOn, endsOn }, today };
  const outstanding = outstandingAt(Object.values(ClearanceStage), facts);
  return outstanding.length === 0 ? null : { refusal: 'clearances-outstanding', outstanding };
}
