import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import {
  actorsOf,
  type DelegationActor,
  type DelegationStatus,
  OVER,
  type PartyType,
  stepsOf,
} from './delegation.rules.ts';
import type { FocalPointStatus } from './focal-point/focal-point.rules.ts';

/** Which delegation somebody acts on, and from which version of it; null to act on whatever is there. */
export interface DelegationAct {
  readonly viewer: Viewer;
  readonly delegationId: string;
  readonly expectedVersion: number | null;
}

/** A delegation under lock, and in which capacities the viewer acts for it. */
export interface LockedDelegation {
  readonly id: string;
  readonly editionId: string;
  readonly countryCode: string;
  readonly partyType: PartyType;
  readonly status: DelegationStatus;
  readonly version: number;
  readonly actors: readonly DelegationActor[];
}

export type NoDelegation =
  | { readonly refusal: 'delegation-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

export interface NoStep {
  readonly refusal: 'invalid-transition';
  readonly from: DelegationStatus;
  readonly to: DelegationStatus;
  readonly allowed: readonly DelegationStatus[];
}

export interface DelegationOver {
  readonly refusal: 'delegation-over';
  readonly status: DelegationStatus;
}

/**
 * Locks a delegation for somebody who acts on it: all who do queue here. To strangers there is none.
 *
 * Rows that refer to it may be written meanwhile.
 */
export async function lockDelegation(
  tx: EntityManager,
  { viewer, delegationId, expectedVersion }: DelegationAct,
): Promise<LockedDelegation | NoDelegation> {
  const [row] = await tx.execute<Omit<LockedDelegation, 'actors'>[]>(
    `select id, edition_id as "editionId", country_code as "countryCode", party_type as "partyType", status, version
     from delegation where id = ? for no key update`,
    [delegationId],
  );
  if (!row) return { refusal: 'delegation-not-found' };
  const actors = actorsOf(viewer, row, await namedAs(tx, delegationId, viewer.personId));
  if (actors.length === 0) return { refusal: 'delegation-not-found' };
  if (expectedVersion !== null && expectedVersion !== row.version) {
    return { refusal: 'version-conflict', currentVersion: row.version };
  }
  return { ...row, actors };
}

async function namedAs(
  tx: EntityManager,
  delegationId: string,
  personId: string | null,
): Promise<FocalPointStatus | null> {
  if (personId === null) return null;
  const [row] = await tx.execute<{ status: FocalPointStatus }[]>(
    'select status from focal_point where delegation_id = ? and person_id = ? and until is null',
    [delegationId, personId],
  );
  return row?.status ?? null;
}

/** The refusal of a step that none of the actors may take; null where one may. */
export function stepRefusal({ status: from, actors }: LockedDelegation, to: DelegationStatus): NoStep | null {
  const allowed = stepsOf(from, actors);
  return allowed.includes(to) ? null : { refusal: 'invalid-transition', from, to, allowed };
}

/** The refusal of a delegation in which nothing changes any more; null for all others. */
export function overRefusal({ status }: LockedDelegation): DelegationOver | null {
  return OVER.includes(status) ? { refusal: 'delegation-over', status } : null;
}

export interface DelegationStep {
  readonly actorId: string;
  readonly command: string;
  readonly reason?: string | null;
}

/** Takes a locked delegation to another state, which the caller knows to be allowed. */
export async function takeStep(
  tx: EntityManager,
  { id, editionId, status: from }: LockedDelegation,
  to: DelegationStatus,
  { actorId, command, reason = null }: DelegationStep,
  now: Date,
): Promise<void> {
  await tx.execute('update delegation set status = ?, version = version + 1 where id = ?', [to, id]);
  audit(tx, { actorId, command, subjectId: id, changes: [{ field: 'status', from, to }], reason }, now);
  publish(tx, 'DelegationStatusChanged', { delegationId: id, editionId, from, to }, now);
}

/** Raises the version of a locked delegation whose focal points or quotas have changed. */
export async function raiseVersion(tx: EntityManager, { id }: LockedDelegation): Promise<void> {
  await tx.execute('update delegation set version = version + 1 where id = ?', [id]);
}
