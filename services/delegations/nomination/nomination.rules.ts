import { type AccessRule, holdersOver, holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { DelegationStatus } from '../delegation/delegation.rules.ts';

export enum NominationStatus {
  DRAFT = 'DRAFT',
  NOMINATED = 'NOMINATED',
  CLAIMING = 'CLAIMING',
  CONFIRMED = 'CONFIRMED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  PRE_APPROVED = 'PRE_APPROVED',
  APPROVED = 'APPROVED',
  ON_HOLD = 'ON_HOLD',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  REPLACED = 'REPLACED',
}

/** In which capacity a delegation brings someone; quotas are set for each. */
export enum QuotaCategory {
  DELEGATE = 'DELEGATE',
  PRESS = 'PRESS',
  GUEST = 'GUEST',
  STAFF = 'STAFF',
  /** Places beyond the other quotas, given by the host. */
  OVERFLOW = 'OVERFLOW',
}

export enum DelegationRole {
  HEAD = 'HEAD',
  DEPUTY_HEAD = 'DEPUTY_HEAD',
  DELEGATE = 'DELEGATE',
  ADVISER = 'ADVISER',
  INTERPRETER = 'INTERPRETER',
}

/** Why a nominee has no seat although they have confirmed. */
export enum ClaimRefusalReason {
  ALREADY_REGISTERED = 'ALREADY_REGISTERED',
  EDITION_CLOSED = 'EDITION_CLOSED',
  EDITION_FULL = 'EDITION_FULL',
  EDITION_NOT_FOUND = 'EDITION_NOT_FOUND',
  PERSON_GONE = 'PERSON_GONE',
  REGISTRATION_ENDED = 'REGISTRATION_ENDED',
}

/** Who takes a step: the state, the person it names, those who check credentials, or the portal by its own rules. */
export type NominationActor = 'focal-point' | 'nominee' | 'accreditation-officer' | 'portal';

const { DRAFT, NOMINATED, CLAIMING, CONFIRMED, UNDER_REVIEW, PRE_APPROVED, APPROVED } = NominationStatus;
const { ON_HOLD, RETURNED, REJECTED, WITHDRAWN, REPLACED } = NominationStatus;

/** States in which a nomination has its seat. */
export const SEATED: readonly NominationStatus[] = [CONFIRMED, UNDER_REVIEW, PRE_APPROVED, APPROVED, ON_HOLD, RETURNED];

/**
 * The life of a nomination. Ended states have no way on; whoever is named again is nominated anew.
 *
 * Those who check credentials take a confirmed one up (`UNDER_REVIEW`) and decide: `PRE_APPROVED` is admitted
 * provisionally, with something still missing; `APPROVED` is everything met; `ON_HOLD` waits for somebody else;
 * `RETURNED` waits for the state, which puts it right and forward again; `REJECTED` ends it.
 */
export const nominationTransitions: TransitionTable<NominationStatus, NominationActor> = [
  { from: DRAFT, to: NOMINATED, by: ['focal-point'] },
  { from: NOMINATED, to: CLAIMING, by: ['nominee'] },
  { from: CLAIMING, to: CONFIRMED, by: ['portal'] },
  // The forum has no seat for them, and says why: they may put it right and confirm again.
  { from: CLAIMING, to: NOMINATED, by: ['portal'] },
  { from: CONFIRMED, to: UNDER_REVIEW, by: ['accreditation-officer'] },
  ...[UNDER_REVIEW, PRE_APPROVED].flatMap((from) =>
    [ON_HOLD, RETURNED, REJECTED].map((to) => ({ from, to, by: ['accreditation-officer'] as const })),
  ),
  { from: UNDER_REVIEW, to: PRE_APPROVED, by: ['accreditation-officer'] },
  { from: UNDER_REVIEW, to: APPROVED, by: ['accreditation-officer'] },
  { from: PRE_APPROVED, to: APPROVED, by: ['accreditation-officer'] },
  { from: ON_HOLD, to: UNDER_REVIEW, by: ['accreditation-officer'] },
  { from: ON_HOLD, to: REJECTED, by: ['accreditation-officer'] },
  // What is missing may also come on paper, to those who check it.
  { from: RETURNED, to: UNDER_REVIEW, by: ['focal-point', 'accreditation-officer'] },
  // What was approved turns out to be in doubt.
  { from: APPROVED, to: ON_HOLD, by: ['accreditation-officer'] },
  // The head of a submitted delegation stays named without a seat until the state names a successor.
  ...SEATED.map((from) => ({ from, to: NOMINATED, by: ['portal'] as const })),
  ...[NOMINATED, CLAIMING, ...SEATED].flatMap((from) => [
    { from, to: WITHDRAWN, by: ['focal-point', 'nominee', 'portal'] as const },
    { from, to: REPLACED, by: ['focal-point'] as const },
  ]),
  { from: DRAFT, to: WITHDRAWN, by: ['focal-point', 'portal'] },
];

/** States in which a nomination takes up no place of the quota; the database counts by the same list. */
export const INACTIVE: readonly NominationStatus[] = [DRAFT, REJECTED, WITHDRAWN, REPLACED];

/** Delegations whose list has been handed in: from then on somebody leads them at every moment. */
const HANDED_IN: readonly DelegationStatus[] = [
  DelegationStatus.SUBMITTED,
  DelegationStatus.CREDENTIALS_REVIEW,
  DelegationStatus.ACCREDITED,
  DelegationStatus.PROVISIONALLY_ADMITTED,
  DelegationStatus.RETURNED,
];

/** Whether a delegation may not be without this one until there is a successor. */
export function needsSuccessor(role: DelegationRole, delegation: DelegationStatus): boolean {
  return role === DelegationRole.HEAD && HANDED_IN.includes(delegation);
}

/** Who composes a delegation. */
const COMPOSERS: readonly Role[] = ['FOCAL_POINT', 'ADMINISTRATOR'];
/** Who checks credentials, and so reads all lists of an edition. */
export const VERIFIERS: readonly Role[] = ['ACCREDITATION_OFFICER', 'ADMINISTRATOR'];

/** Those who compose the delegation that a call is about. */
export function composersOf<Call>(delegationIdOf: (call: Call) => string | null | undefined): AccessRule<Call> {
  return holdersOver('DELEGATION', delegationIdOf, ...COMPOSERS);
}

/** Whether somebody checks the credentials of an edition's delegations. */
export function verifies(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, VERIFIERS, { kind: 'EDITION', id: editionId });
}

export function composes(viewer: Viewer, delegationId: string): boolean {
  return holds(viewer, COMPOSERS, { kind: 'DELEGATION', id: delegationId });
}

/** What tells whom a nomination concerns. */
export interface WhoseNomination {
  readonly personId: string | null;
  readonly delegationId: string;
  readonly editionId: string;
}

/** As whom somebody looks at a nomination; null for whoever has nothing to do with it. */
export function actorOn(
  viewer: Viewer,
  { personId, delegationId, editionId }: WhoseNomination,
): NominationActor | null {
  if (composes(viewer, delegationId)) return 'focal-point';
  if (personId !== null && personId === viewer.personId) return 'nominee';
  return verifies(viewer, editionId) ? 'accreditation-officer' : null;
}
