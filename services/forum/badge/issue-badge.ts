import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { Registration } from '../registration/registration.entity.ts';
import type { RegistrationStatus } from '../registration/registration.rules.ts';
import { Badge } from './badge.entity.ts';
import { BadgeStatus, HAS_BADGE, IN_FORCE, isAtDesk, isBadgeMade, validityOf } from './badge.rules.ts';
import { signBadge } from './key/badge-payload.ts';
import { signingKey } from './key/signing-key.ts';
import { serialOf } from './serial.rules.ts';
import { zonesOf } from './zone/zones-of.ts';

/** Who has a badge made, by which use case. */
export interface IssueAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  /** The lost badge it stands for. */
  readonly replaces?: Badge;
}

/**
 * Makes the badge of a registration whose holder takes part, before it is valid: the desk activates it.
 *
 * In the caller's transaction, which holds the registration's lock or has just made it. Where one is in force, it stays,
 * signed anew when the edition's days have changed. Null while the edition has no dates.
 */
export async function issueBadge(
  tx: EntityManager,
  registration: Registration,
  keys: KeyRing,
  now: Date,
  { actorId, command, replaces }: IssueAct = { actorId: null, command: 'issueBadge' },
): Promise<Badge | null> {
  await tx.flush();
  const edition = await registration.edition.loadOrFail();
  const days = { startsAt: edition.startsAt ?? null, endsAt: edition.endsAt ?? null, timeZone: edition.timeZone };
  const validity = validityOf(days);
  if (!validity) return null;
  const present = await tx.findOne(Badge, { registration, status: { $in: [...IN_FORCE] } });
  const isCurrent = present && +present.validFrom === +validity.from && +present.validUntil === +validity.until;
  if (present && isCurrent) return present;

  const key = await signingKey(tx, keys, now);
  const serial = present?.serial ?? serialOf(randomBytes(16));
  const category = present?.category ?? registration.category;
  const zones = present?.zones ?? (await zonesOf(tx, edition.id, category));
  const signed = {
    keyId: key.keyId,
    validFrom: validity.from,
    validUntil: validity.until,
    qrPayload: await signBadge(key, { serial, edition: edition.year, category, zones }, validity),
  };
  if (present) {
    const changes = [{ field: 'validUntil', from: present.validUntil.toISOString(), to: validity.until.toISOString() }];
    audit(tx, { actorId, command: 'renewBadge', subjectId: present.id, changes }, now);
    return tx.assign(present, signed);
  }
  const badge = tx.create(Badge, {
    id: newId('badge'),
    serial,
    edition,
    registration,
    category,
    zones,
    status: BadgeStatus.PRE_VALID,
    ...signed,
    issuedAt: now,
    replacesId: replaces?.id ?? null,
  });
  const changes = [
    { field: 'status', from: null, to: BadgeStatus.PRE_VALID },
    { field: 'registration', from: null, to: registration.id },
    { field: 'replaces', from: null, to: replaces?.id ?? null },
  ];
  audit(tx, { actorId, command, subjectId: badge.id, changes }, now);
  const personId = registration.personId ?? null;
  publish(
    tx,
    'BadgeIssued',
    { badgeId: badge.id, registrationId: registration.id, editionId: edition.id, personId },
    now,
  );
  await tx.flush();
  return badge;
}

export interface AskForBadge {
  readonly viewer: Viewer;
  readonly actorId: string;
  readonly registrationId: string;
  readonly idempotencyKey: string | null;
}

export type AskForBadgeOutcome =
  | { readonly badgeId: string }
  | { readonly refusal: 'registration-not-found' | 'edition-without-dates' | 'idempotency-key-reused' }
  | { readonly refusal: 'registration-not-confirmed'; readonly status: RegistrationStatus };

/**
 * The badge of a registration, for its holder or the desk: made where it is missing, and the one there is otherwise.
 *
 * To everybody else there is no such registration.
 */
export function askForBadge(
  em: EntityManager,
  keys: KeyRing,
  { viewer, actorId, registrationId, idempotencyKey }: AskForBadge,
  now: Date,
): Promise<AskForBadgeOutcome> {
  const claim = { actorId, operation: 'issueBadge', key: idempotencyKey, input: { registrationId } };
  return em.transactional((tx) =>
    once<AskForBadgeOutcome>(tx, claim, now, async () => {
      const registration = await tx.findOne(Registration, registrationId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!registration) return { refusal: 'registration-not-found' };
      const isDesk = isAtDesk(viewer, registration.edition.id);
      if (registration.personId !== actorId && !isDesk) return { refusal: 'registration-not-found' };
      const [newest] = await tx.find(Badge, { registration }, { orderBy: { issuedAt: 'desc', id: 'desc' }, limit: 1 });
      const isInForce = newest !== undefined && IN_FORCE.includes(newest.status);
      if (newest && !isInForce && !isBadgeMade(newest.status, isDesk)) return { badgeId: newest.id };
      const { status } = registration;
      if (!HAS_BADGE.includes(status)) return { refusal: 'registration-not-confirmed', status };

      const badge = await issueBadge(tx, registration, keys, now, { actorId, command: 'issueBadge' });
      return badge ? { badgeId: badge.id } : { refusal: 'edition-without-dates' };
    }),
  );
}
