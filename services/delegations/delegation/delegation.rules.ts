import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import { type TransitionTable, transitionsFrom } from '../../shared/state-machine.rules.ts';
import { FocalPointStatus } from './focal-point/focal-point.rules.ts';

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

/** Who checks credentials. */
const CHECKING = ['accreditation-officer', 'administrator'] as const;

/** The life of a delegation, from the invitation to the end of its edition. */
export const delegationTransitions: TransitionTable<DelegationStatus, DelegationActor> = [
  // A note verbale may also come on paper, to those who check it.
  { from: INVITED, to: FOCAL_POINT_PENDING, by: ['focal-point', 'accreditation-officer', 'administrator'] },
  { from: FOCAL_POINT_PENDING, to: FOCAL_POINT_CONFIRMED, by: CHECKING },
  { from: FOCAL_POINT_CONFIRMED, to: NOMINATING, by: ['focal-point'] },
  { from: NOMINATING, to: SUBMITTED, by: ['focal-point'] },
  { from: SUBMITTED, to: CREDENTIALS_REVIEW, by: CHECKING },
  { from: CREDENTIALS_REVIEW, to: ACCREDITED, by: CHECKING },
  { from: CREDENTIALS_REVIEW, to: PROVISIONALLY_ADMITTED, by: CHECKING },
  { from: CREDENTIALS_REVIEW, to: RETURNED, by: CHECKING },
  { from: RETURNED, to: SUBMITTED, by: ['focal-point'] },
  { from: PROVISIONALLY_ADMITTED, to: ACCREDITED, by: CHECKING },
  { from: PROVISIONALLY_ADMITTED, to: REFUSED, by: CHECKING },
  { from: INVITED, to: DECLINED, by: ['focal-point', 'administrator'] },
  ...[FOCAL_POINT_PENDING, FOCAL_POINT_CONFIRMED, NOMINATING, SUBMITTED, CREDENTIALS_REVIEW, RETURNED].map((from) => ({
    from,
    to: WITHDRAWN,
    by: ['focal-point', 'administrator'] as const,
  })),
  ...[ACCREDITED, PROVISIONALLY_ADMITTED].map((from) => ({ from, to: CLOSED, by: ['portal'] as const })),
];

/** Delegations that do not come, or have been: nothing of them changes any more. */
export const OVER: readonly DelegationStatus[] = [DECLINED, REFUSED, WITHDRAWN, CLOSED];

/** Whether a delegation has no focal point yet who was checked: whoever was invited or designated speaks for it. */
export function awaitsFocalPoint(status: DelegationStatus): boolean {
  return status === INVITED || status === FOCAL_POINT_PENDING;
}

/**
 * In which capacities a viewer acts for a delegation; empty for strangers, focal points of other delegations among them.
 *
 * `named` is what they are among its focal points now; null for whoever is none. Who is confirmed need not wait until their
 * grant is known everywhere.
 */
export function actorsOf(
  viewer: Viewer,
  { id, editionId, status }: { readonly id: string; readonly editionId: string; readonly status: DelegationStatus },
  named: FocalPointStatus | null,
): readonly DelegationActor[] {
  const actors: DelegationActor[] = [];
  const holdsGrant = holds(viewer, ['FOCAL_POINT'], { kind: 'DELEGATION', id });
  const speaks = named === FocalPointStatus.CONFIRMED || (named !== null && awaitsFocalPoint(status));
  if (holdsGrant || speaks) actors.push('focal-point');
  if (holds(viewer, ['ACCREDITATION_OFFICER'], { kind: 'EDITION', id: editionId }))
    actors.push('accreditation-officer');
  if (holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id: editionId })) actors.push('administrator');
  return actors;
}

/** Where any of these actors may take a delegation, in the order of the table. */
export function stepsOf(status: DelegationStatus, actors: readonly DelegationActor[]): DelegationStatus[] {
  return [...new Set(actors.flatMap((actor) => transitionsFrom(delegationTransitions, status, actor)))];
}
