import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { DelegateAdmission } from '../../claim/admission.rules.ts';
import { admissionMissing } from '../../claim/note-admission.ts';
import { hadAHand } from '../../claim/note-hands.ts';
import type { Registration } from '../../registration/registration.entity.ts';
import type { RegistrationStatus } from '../../registration/registration.rules.ts';
import { type Badge, BadgeIdCheck } from '../badge.entity.ts';
import { BadgeStatus, HAS_BADGE, type IdCheckKind } from '../badge.rules.ts';
import { issueBadge } from '../issue-badge.ts';
import { type BadgeAct, type BadgeRefusal, lockBadge } from './lock-badge.ts';

/** What the desk says of the ID of whoever takes the badge. */
export interface IdCheck {
  readonly kind: IdCheckKind;
  /** Whether it is theirs. */
  readonly checked: boolean;
}

export type HandOutRefusal =
  | BadgeRefusal
  | { readonly refusal: 'id-not-checked' | 'own-badge' | 'four-eyes-required' | 'edition-without-dates' }
  | { readonly refusal: 'registration-not-confirmed'; readonly status: RegistrationStatus }
  | { readonly refusal: 'delegate-not-admitted'; readonly admission: DelegateAdmission };

export type ActivateBadgeOutcome = { readonly badgeId: string } | HandOutRefusal;

/** Hands out a badge: somebody at the desk, and not its holder, has checked the ID of whoever takes it. */
export function activateBadge(
  em: EntityManager,
  act: BadgeAct & { readonly idCheck: IdCheck },
  now: Date,
): Promise<ActivateBadgeOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockBadge(tx, act, BadgeStatus.ACTIVE);
    if ('refusal' in locked) return locked;
    const refusal = await refuseHandOut(tx, locked.registration, act.actorId);
    if (refusal) return refusal;
    if (!act.idCheck.checked) return { refusal: 'id-not-checked' };
    activate(tx, locked.badge, act, 'activateBadge', now);
    return { badgeId: locked.badge.id };
  });
}

export type ReissueBadgeOutcome = { readonly badgeId: string; readonly replacedId: string } | HandOutRefusal;

/**
 * Gives the holder of a lost badge another, with a serial of its own: active at once where the desk has checked the ID
 * again, to be activated otherwise.
 */
export function reissueBadge(
  em: EntityManager,
  keys: KeyRing,
  act: BadgeAct & { readonly idCheck: IdCheck | null },
  now: Date,
): Promise<ReissueBadgeOutcome> {
  return em.transactional(async (tx) => {
    const { actorId, idCheck } = act;
    const locked = await lockBadge(tx, act, BadgeStatus.REISSUED);
    if ('refusal' in locked) return locked;
    const { badge: lost, registration } = locked;
    const refusal = await refuseHandOut(tx, registration, actorId);
    if (refusal) return refusal;

    const badge = await issueBadge(tx, registration, keys, now, { actorId, command: 'reissueBadge', replaces: lost });
    if (!badge) return { refusal: 'edition-without-dates' };
    lost.status = BadgeStatus.REISSUED;
    const changes = [{ field: 'status', from: BadgeStatus.LOST, to: BadgeStatus.REISSUED }];
    audit(tx, { actorId, command: 'reissueBadge', subjectId: lost.id, changes }, now);
    if (idCheck?.checked) activate(tx, badge, { actorId, idCheck }, 'reissueBadge', now);
    return { badgeId: badge.id, replacedId: lost.id };
  });
}

/**
 * Nobody hands out their own badge, nor one to somebody who does not take part, nor that of a delegate whom they
 * nominated, or whose credentials they checked. A delegate gets one once they are admitted, be it provisionally.
 */
async function refuseHandOut(
  tx: EntityManager,
  { status, personId, nominationId }: Registration,
  actorId: string,
): Promise<HandOutRefusal | null> {
  if (personId === actorId) return { refusal: 'own-badge' };
  if (await hadAHand(tx, nominationId, actorId)) return { refusal: 'four-eyes-required' };
  if (!HAS_BADGE.includes(status)) return { refusal: 'registration-not-confirmed', status };
  const admission = await admissionMissing(tx, nominationId);
  return admission && { refusal: 'delegate-not-admitted', admission };
}

function activate(
  tx: EntityManager,
  badge: Badge,
  { actorId, idCheck }: { readonly actorId: string; readonly idCheck: IdCheck },
  command: string,
  now: Date,
): void {
  const { id, status: from } = badge;
  tx.create(BadgeIdCheck, {
    id: newId('badge_id_check'),
    badge,
    kind: idCheck.kind,
    checkedAt: now,
    checkedById: actorId,
  });
  badge.status = BadgeStatus.ACTIVE;
  badge.activatedAt = now;
  badge.activatedById = actorId;
  const changes = [
    { field: 'status', from, to: BadgeStatus.ACTIVE },
    { field: 'idCheck', from: null, to: idCheck.kind },
  ];
  audit(tx, { actorId, command, subjectId: id, changes }, now);
  const [registrationId, editionId] = [badge.registration.id, badge.edition.id];
  publish(tx, 'BadgeActivated', { badgeId: id, registrationId, editionId }, now);
}
