import type { TransitionTable } from '../../shared/state-machine.rules.ts';

export enum PartyType {
  MEMBER = 'MEMBER',
  ASSOCIATE = 'ASSOCIATE',
  OBSERVER = 'OBSERVER',
  ORGANISATION = 'ORGANISATION',
  HOST = 'HOST',
}

export enum DelegationStatus {
  INVITED = 'INVITED',
  FOCAL_POINT_PENDING = 'FOCAL_POINT_PENDING',
  FOCAL_POINT_CONFIRMED = 'FOCAL_POINT_CONFIRMED',
  NOMINATING = 'NOMINATING',
  SUBMITTED = 'SUBMITTED',
  CREDENTIALS_REVIEW = 'CREDENTIALS_REVIEW',
  ACCREDITED = 'ACCREDITED',
  PROVISIONALLY_ADMITTED = 'PROVISIONALLY_ADMITTED',
  RETURNED = 'RETURNED',
  REFUSED = 'REFUSED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  CLOSED = 'CLOSED',
}

/** Who takes a step: the state through its focal point, those who check credentials, the administrator, the clock. */
export type DelegationActor = 'focal-point' | 'accreditation-officer' | 'administrator' | 'portal';

const { INVITED, FOCAL_POINT_PENDING, FOCAL_POINT_CONFIRMED, NOMINATING, SUBMITTED } = DelegationStatus;
const { CREDENTIALS_REVIEW, ACCREDITED, PROVISIONALLY_ADMITTED, RETURNED, REFUSED } = DelegationStatus;
const { DECLINED, WITHDRAWN, CLOSED } = DelegationStatus;

/** The life of a delegation, from the invitation to the end of its edition. */
export const delegationTransitions: TransitionTable<DelegationStatus, DelegationActor> = [
  { from: INVITED, to: FOCAL_POINT_PENDING, by: ['focal-point'] },
  { from: FOCAL_POINT_PENDING, to: FOCAL_POINT_CONFIRMED, by: ['accreditation-officer'] },
  { from: FOCAL_POINT_CONFIRMED, to: NOMINATING, by: ['focal-point'] },
  { from: NOMINATING, to: SUBMITTED, by: ['focal-point'] },
  { from: SUBMITTED, to: CREDENTIALS_REVIEW, by: ['accreditation-officer'] },
  { from: CREDENTIALS_REVIEW, to: ACCREDITED, by: ['accreditation-officer'] },
  { from: CREDENTIALS_REVIEW, to: PROVISIONALLY_ADMITTED, by: ['accreditation-officer'] },
  { from: CREDENTIALS_REVIEW, to: RETURNED, by: ['accreditation-officer'] },
  { from: RETURNED, to: SUBMITTED, by: ['focal-point'] },
  { from: PROVISIONALLY_ADMITTED, to: ACCREDITED, by: ['accreditation-officer'] },
  { from: PROVISIONALLY_ADMITTED, to: REFUSED, by: ['accreditation-officer'] },
  { from: INVITED, to: DECLINED, by: ['focal-point', 'administrator'] },
  ...[FOCAL_POINT_PENDING, FOCAL_POINT_CONFIRMED, NOMINATING, SUBMITTED, CREDENTIALS_REVIEW, RETURNED].map((from) => ({
    from,
    to: WITHDRAWN,
    by: ['focal-point', 'administrator'] as const,
  })),
  ...[ACCREDITED, PROVISIONALLY_ADMITTED].map((from) => ({ from, to: CLOSED, by: ['portal'] as const })),
];
