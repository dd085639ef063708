import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldChange } from '../../../shared/journal/journal.entities.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { HostOrganisation } from '../host-organisation.entity.ts';
import type { HostAccreditationStatus } from '../host-organisation.rules.ts';

/** A host organisation under lock. Whoever publishes an opening of it queues here. */
export function lockHost(tx: EntityManager, id: string): Promise<HostOrganisation | null> {
  return tx.findOne(HostOrganisation, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A step of a host, and whose act it is. */
export interface HostStep {
  /** Where it was, by the day; the row may not have noted yet that it has expired. */
  readonly from: HostAccreditationStatus;
  readonly to: HostAccreditationStatus;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
  /** What changes with it. */
  readonly besides?: readonly FieldChange[];
}

/** Takes a host a step on. In the caller's transaction, which holds the lock and knows that the step is allowed. */
export async function stepHost(
  tx: EntityManager,
  host: HostOrganisation,
  { from, to, besides = [], ...act }: HostStep,
  now: Date,
): Promise<void> {
  const { id: hostOrganisationId, countryCode } = host;
  host.accreditationStatus = to;
  const changes = [...(from === to ? [] : [{ field: 'status', from, to }]), ...besides];
  audit(tx, { ...act, subjectId: hostOrganisationId, changes }, now);
  publish(tx, 'HostOrganisationMoved', { hostOrganisationId, countryCode, from, to }, now);
  await tx.flush();
}
