import { type AccessRule, holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';

export enum BadgeStatus {
  PRE_VALID = 'PRE_VALID',
  ACTIVE = 'ACTIVE',
  LOST = 'LOST',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
  REISSUED = 'REISSUED',
}

/** What somebody at the desk looked at. Its number is kept nowhere. */
export enum IdCheckKind {
  PASSPORT = 'PASSPORT',
  NATIONAL_ID = 'NATIONAL_ID',
  OTHER = 'OTHER',
}

/** Who takes a step: those at the desk, or the portal by its own rules and clock. */
export type BadgeActor = 'desk' | 'portal';

const { PRE_VALID, ACTIVE, LOST, REVOKED, EXPIRED, REISSUED } = BadgeStatus;

/** The life of a badge. One that was lost is replaced by another with a serial of its own. */
export const badgeTransitions: TransitionTable<BadgeStatus, BadgeActor> = [
  { from: PRE_VALID, to: ACTIVE, by: ['desk'] },
  { from: PRE_VALID, to: LOST, by: ['desk'] },
  { from: PRE_VALID, to: REVOKED, by: ['desk', 'portal'] },
  { from: PRE_VALID, to: EXPIRED, by: ['portal'] },
  { from: ACTIVE, to: LOST, by: ['desk'] },
  { from: ACTIVE, to: REVOKED, by: ['desk', 'portal'] },
  { from: ACTIVE, to: EXPIRED, by: ['portal'] },
  { from: LOST, to: REISSUED, by: ['desk'] },
  { from: LOST, to: REVOKED, by: ['desk', 'portal'] },
];

/** States of a badge that opens doors, or will once somebody has checked who shows it. A registration has one such at most. */
export const IN_FORCE: readonly BadgeStatus[] = [PRE_VALID, ACTIVE];

/** States of a badge that is stopped at the door, though its signature is good. */
export const OUT_OF_FORCE: readonly BadgeStatus[] = [LOST, REVOKED, REISSUED];

/** States of a registration whose holder takes part, and gets a badge. */
export const HAS_BADGE: readonly RegistrationStatus[] = [RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED];

/**
 * Whether another badge is made for a registration, whose newest one has this state; null where it has none.
 *
 * Whoever takes part gets the first one by asking. After one was revoked, only the desk gives another; a lost one is reissued.
 */
export function isBadgeMade(newest: BadgeStatus | null, isDesk: boolean): boolean {
  return newest === null || (newest === REVOKED && isDesk);
}

const DESK: readonly Role[] = ['REGISTRATION_DESK', 'ADMINISTRATOR'];

/** Whether somebody works at the desk of an edition. */
export function isAtDesk(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, DESK, { kind: 'EDITION', id: editionId });
}

/** Whoever works at the desk of some edition; of which one, is seen once it is known what is asked for. */
export const whoeverIsAtADesk: AccessRule<unknown> = {
  sentence: `holders of ${DESK.join(' or ')}, over one edition or all`,
  decide: ({ grants, personId, apiClientId }) => {
    if (grants.some(({ role }) => DESK.includes(role))) return 'allowed';
    return personId === null && apiClientId === null ? 'unauthenticated' : 'forbidden';
  },
};

/** When an edition takes place, and in which zone its days are days. */
export interface EditionDays {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** IANA. */
  readonly timeZone: string;
}

/** When a badge opens doors: `[from, until)`. */
export interface Validity {
  readonly from: Date;
  readonly until: Date;
}

/** The days of an edition, whole, in its own zone; null while its dates are not known. */
export function validityOf({ startsAt, endsAt, timeZone }: EditionDays): Validity | null {
  if (startsAt === null || endsAt === null) return null;
  const dayOf = (instant: Date) =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: startOf(dayOf(startsAt)), until: startOf(dayOf(endsAt).add({ days: 1 })) };
}
