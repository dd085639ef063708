import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { Registration } from '../../registration/registration.entity.ts';
import { Badge } from '../badge.entity.ts';
import { type BadgeStatus, badgeTransitions, isAtDesk } from '../badge.rules.ts';
import { readSerial } from '../serial.rules.ts';

/** Which badge somebody at the desk acts on. */
export interface BadgeAct {
  readonly viewer: Viewer;
  readonly actorId: string;
  /** As typed. */
  readonly serial: string;
  /** The version the client has read; not compared when null. */
  readonly expectedVersion: number | null;
}

export type BadgeRefusal =
  | { readonly refusal: 'badge-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: BadgeStatus;
      readonly to: BadgeStatus;
      readonly allowed: readonly BadgeStatus[];
    };

/**
 * A badge under lock, its registration's lock before it, for a step the desk may take.
 *
 * To whoever is not at the desk of its edition there is no such badge.
 */
export async function lockBadge(
  tx: EntityManager,
  { viewer, serial, expectedVersion }: BadgeAct,
  to: BadgeStatus,
): Promise<{ readonly badge: Badge; readonly registration: Registration } | BadgeRefusal> {
  const known = await tx.findOne(Badge, { serial: readSerial(serial) ?? '' });
  if (!known || !isAtDesk(viewer, known.edition.id)) return { refusal: 'badge-not-found' };
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const registration = await tx.findOneOrFail(Registration, known.registration.id, lock);
  const badge = await tx.findOneOrFail(Badge, known.id, lock);

  const { status: from, version: currentVersion } = badge;
  if (expectedVersion !== null && expectedVersion !== currentVersion) {
    return { refusal: 'version-conflict', currentVersion };
  }
  const allowed = transitionsFrom(badgeTransitions, from, 'desk');
  return allowed.includes(to) ? { badge, registration } : { refusal: 'invalid-transition', from, to, allowed };
}
