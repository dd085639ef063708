import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import {
  type ApplicationActor,
  ApplicationOutcome,
  ApplicationStatus,
  applicationTransitions,
} from '../application/application.rules.ts';
import { OpeningStatus } from '../opening/opening.rules.ts';

const { LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, RESERVE, CLEARANCE } = ApplicationStatus;
const { NOT_SELECTED, INELIGIBLE } = ApplicationStatus;

/** Steps of choosing. Offers and their answers, withdrawing and failed clearances are acts of their own. */
const ADVANCES: readonly ApplicationStatus[] = [
  LONGLISTED,
  SHORTLISTED,
  WITH_HOST,
  ASSESSED,
  PREFERRED,
  RESERVE,
  CLEARANCE,
  NOT_SELECTED,
  INELIGIBLE,
];

/** Where an application may be advanced to, by whose hand. */
export function advancesFrom(from: ApplicationStatus, actor: ApplicationActor): ApplicationStatus[] {
  return transitionsFrom(applicationTransitions, from, actor).filter((to) => ADVANCES.includes(to));
}

/** Whether a step goes on towards a placement; the others end the application, and are open at any time. */
export function goesOn(to: ApplicationStatus): boolean {
  return to !== NOT_SELECTED && to !== INELIGIBLE;
}

/** Applications that are chosen and wait for an offer: the place that is free next is theirs, before any of the reserve. */
export const CHOSEN: readonly ApplicationStatus[] = [PREFERRED, CLEARANCE];

/** States whose end sets a place free, or a place that was meant for somebody. */
export const PLACED: readonly ApplicationStatus[] = [...CHOSEN, ApplicationStatus.OFFERED, ApplicationStatus.ACCEPTED];

/** Openings in which people are chosen and placed. Choosing may begin while applications are still taken. */
const SELECTING: readonly OpeningStatus[] = [
  OpeningStatus.PUBLISHED,
  OpeningStatus.CLOSED_FOR_APPLICATIONS,
  OpeningStatus.SELECTION,
];

export function isSelecting(status: OpeningStatus): boolean {
  return SELECTING.includes(status);
}

/** What the applicant is told where nothing else is said; null for a step that goes on. */
export function usualOutcome(to: ApplicationStatus): ApplicationOutcome | null {
  if (to === INELIGIBLE) return ApplicationOutcome.REQUIREMENTS_NOT_MET;
  return to === NOT_SELECTED ? ApplicationOutcome.OTHERS_FITTED_BETTER : null;
}

/** How many of the reserve are called up: as many as there are free places that nobody is chosen for yet. */
export function callsUp({ free, chosen }: { readonly free: number; readonly chosen: number }): number {
  return Math.max(0, free - chosen);
}
