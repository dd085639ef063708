import { holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';

export enum ApplicationStatus {
  SUBMITTED = 'SUBMITTED',
  LONGLISTED = 'LONGLISTED',
  SHORTLISTED = 'SHORTLISTED',
  WITH_HOST = 'WITH_HOST',
  ASSESSED = 'ASSESSED',
  PREFERRED = 'PREFERRED',
  RESERVE = 'RESERVE',
  CLEARANCE = 'CLEARANCE',
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  INELIGIBLE = 'INELIGIBLE',
  NOT_SELECTED = 'NOT_SELECTED',
  DECLINED = 'DECLINED',
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
  CLEARANCE_FAILED = 'CLEARANCE_FAILED',
  RESCINDED = 'RESCINDED',
}

/** Why an application led to no placement, as the applicant is told. */
export enum ApplicationOutcome {
  REQUIREMENTS_NOT_MET = 'REQUIREMENTS_NOT_MET',
  OTHERS_FITTED_BETTER = 'OTHERS_FITTED_BETTER',
  POSITIONS_FILLED = 'POSITIONS_FILLED',
  OPENING_CANCELLED = 'OPENING_CANCELLED',
  CLEARANCE_NOT_PASSED = 'CLEARANCE_NOT_PASSED',
  TERMS_NOT_CONFIRMED = 'TERMS_NOT_CONFIRMED',
  PLACED_ELSEWHERE = 'PLACED_ELSEWHERE',
}

/** Who takes a step: the person who applied, the host it was sent to, those who run placements, or the portal's own rules. */
export type ApplicationActor = 'volunteer' | 'host-officer' | 'placement-officer' | 'portal';

const { SUBMITTED, LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, RESERVE } = ApplicationStatus;
const { CLEARANCE, OFFERED, ACCEPTED, INELIGIBLE, NOT_SELECTED, DECLINED } = ApplicationStatus;
const { OFFER_EXPIRED, WITHDRAWN, CLEARANCE_FAILED, RESCINDED } = ApplicationStatus;

/** States before an offer. */
export const IN_SELECTION = [
  SUBMITTED,
  LONGLISTED,
  SHORTLISTED,
  WITH_HOST,
  ASSESSED,
  PREFERRED,
  RESERVE,
  CLEARANCE,
] as const;

/** The life of an application. Ended states have no way on; whoever wants to try again applies anew. */
export const applicationTransitions: TransitionTable<ApplicationStatus, ApplicationActor> = [
  { from: SUBMITTED, to: LONGLISTED, by: ['placement-officer'] },
  { from: SUBMITTED, to: INELIGIBLE, by: ['placement-officer', 'portal'] },
  { from: LONGLISTED, to: SHORTLISTED, by: ['placement-officer'] },
  { from: SHORTLISTED, to: WITH_HOST, by: ['placement-officer'] },
  { from: WITH_HOST, to: ASSESSED, by: ['host-officer', 'placement-officer'] },
  ...[PREFERRED, RESERVE].map((to) => ({
    from: ASSESSED,
    to,
    by: ['host-officer', 'placement-officer'] as const,
  })),
  { from: RESERVE, to: PREFERRED, by: ['placement-officer', 'portal'] },
  { from: PREFERRED, to: RESERVE, by: ['placement-officer'] },
  { from: PREFERRED, to: CLEARANCE, by: ['placement-officer'] },
  // An opening may ask for no clearance before the offer.
  ...[PREFERRED, CLEARANCE].map((from) => ({ from, to: OFFERED, by: ['placement-officer'] as const })),
  ...IN_SELECTION.map((from) => ({ from, to: CLEARANCE_FAILED, by: ['placement-officer', 'portal'] as const })),
  { from: OFFERED, to: ACCEPTED, by: ['volunteer'] },
  { from: OFFERED, to: DECLINED, by: ['volunteer'] },
  { from: OFFERED, to: OFFER_EXPIRED, by: ['portal'] },
  { from: OFFERED, to: RESCINDED, by: ['placement-officer', 'portal'] },
  // What follows where the deployment it led to is called off before departure: by the volunteer, or by anybody else.
  ...[WITHDRAWN, RESCINDED].map((to) => ({ from: ACCEPTED, to, by: ['portal'] as const })),
  // The host marks whom it will not assess.
  { from: WITH_HOST, to: NOT_SELECTED, by: ['host-officer'] },
  ...IN_SELECTION.map((from) => ({ from, to: NOT_SELECTED, by: ['placement-officer', 'portal'] as const })),
  ...[...IN_SELECTION, OFFERED].map((from) => ({ from, to: WITHDRAWN, by: ['volunteer', 'portal'] as const })),
];

/** States in which an application may still lead to a placement, or has led to one; a person has one in an opening. */
export const ACTIVE: readonly ApplicationStatus[] = [...IN_SELECTION, OFFERED, ACCEPTED];

/** States in which the host does not know of an application: those before it is sent there. */
export const BEFORE_HOST: readonly ApplicationStatus[] = [SUBMITTED, LONGLISTED, SHORTLISTED];

/** Who runs placements. */
export const PLACERS: readonly Role[] = ['PLACEMENT_OFFICER', 'ADMINISTRATOR'];

/** What tells whom an application concerns. */
export interface WhoseApplication {
  readonly personId: string;
  readonly hostOrganisationId: string;
  readonly status: ApplicationStatus;
  /** Whether it was ever sent to the host: what ended before stays unknown there. */
  readonly wasSentToHost: boolean;
}

/** As whom somebody looks at an application; null for whoever has nothing to do with it. */
export function actorOnApplication(viewer: Viewer, whose: WhoseApplication): ApplicationActor | null {
  if (whose.personId === viewer.personId) return 'volunteer';
  if (holds(viewer, PLACERS, { kind: 'ALL', id: null })) return 'placement-officer';
  const hosts = holds(viewer, ['HOST_OFFICER'], { kind: 'HOST_ORGANISATION', id: whose.hostOrganisationId });
  return hosts && whose.wasSentToHost && !BEFORE_HOST.includes(whose.status) ? 'host-officer' : null;
}
