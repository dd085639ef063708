import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import type { Delegation } from '../delegation/delegation.entity.ts';
import type { DelegationStatus } from '../delegation/delegation.rules.ts';
import { isComing } from '../nomination/deadline/deadlines.rules.ts';
import { lockNomination } from '../nomination/lock-nominations.ts';
import type { Nomination } from '../nomination/nomination.entity.ts';
import { type NominationStatus, verifies } from '../nomination/nomination.rules.ts';
import type { Credentials } from './credentials.entity.ts';
import { isSecondPairOfEyes } from './credentials.rules.ts';
import { findCredentials } from './open-credentials.ts';

/** Whose credentials an officer acts on, and from which version of the nomination; null for whatever is there. */
export interface CredentialsAct {
  readonly viewer: Viewer & { readonly personId: string };
  readonly nominationId: string;
  readonly expectedVersion: number | null;
}

export type NoCredentials =
  | { readonly refusal: 'nomination-not-found' | 'four-eyes-required' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'nomination-closed';
      readonly status: DelegationStatus;
      readonly closedAt: null;
      readonly timeZone: null;
    };

export interface NoCredentialsStep {
  readonly refusal: 'invalid-transition';
  readonly from: NominationStatus;
  readonly to: NominationStatus;
  readonly allowed: readonly NominationStatus[];
}

export interface CredentialsTaken {
  readonly refusal: 'credentials-taken';
  readonly ownerId: string;
}

export interface LockedCredentials {
  readonly nomination: Nomination;
  readonly delegation: Delegation;
  /** Null for a nomination that has not been confirmed yet. */
  readonly credentials: Credentials | null;
}

/**
 * Locks somebody's credentials for an officer who checks them: all who act on the nomination queue here. To whoever checks
 * none of this edition there are none, and whoever brought them in leaves them to somebody else.
 */
export async function lockCredentials(
  tx: EntityManager,
  { viewer, nominationId, expectedVersion }: CredentialsAct,
): Promise<LockedCredentials | NoCredentials> {
  const locked = await lockNomination(tx, nominationId);
  if (!locked || !verifies(viewer, locked.nomination.editionId)) return { refusal: 'nomination-not-found' };
  const { nomination, delegation } = locked;
  const credentials = await findCredentials(tx, nominationId);
  const broughtIn = {
    personId: nomination.personId ?? null,
    nominatedById: nomination.nominatedById ?? null,
    correctedById: credentials?.correctedById ?? null,
  };
  if (!isSecondPairOfEyes(viewer.personId, broughtIn)) return { refusal: 'four-eyes-required' };
  if (expectedVersion !== null && expectedVersion !== nomination.version) {
    return { refusal: 'version-conflict', currentVersion: nomination.version };
  }
  if (!isComing(delegation.status)) {
    return { refusal: 'nomination-closed', status: delegation.status, closedAt: null, timeZone: null };
  }
  return { nomination, delegation, credentials };
}

/** The refusal of credentials that another officer works on; null for all others. */
export function takenByOther(credentials: Credentials | null, officerId: string): CredentialsTaken | null {
  const ownerId = credentials?.ownerId ?? null;
  return ownerId === null || ownerId === officerId ? null : { refusal: 'credentials-taken', ownerId };
}
