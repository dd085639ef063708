import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { PLACERS } from '../application/application.rules.ts';

export enum DeploymentStatus {
  PREPARING = 'PREPARING',
  READY = 'READY',
  TRAVELLING = 'TRAVELLING',
  SERVING = 'SERVING',
  ON_LEAVE = 'ON_LEAVE',
  SUSPENDED = 'SUSPENDED',
  ENDING = 'ENDING',
  COMPLETED = 'COMPLETED',
  CANCELLED_BEFORE_DEPARTURE = 'CANCELLED_BEFORE_DEPARTURE',
  RESIGNED = 'RESIGNED',
  EARLY_RETURN_MEDICAL = 'EARLY_RETURN_MEDICAL',
  EARLY_RETURN_FAMILY = 'EARLY_RETURN_FAMILY',
  TERMINATED = 'TERMINATED',
  EVACUATED = 'EVACUATED',
  HOST_WITHDREW = 'HOST_WITHDREW',
}

/** The ways in which service ends. */
export enum DeploymentEnding {
  COMPLETED = 'COMPLETED',
  RESIGNED = 'RESIGNED',
  EARLY_RETURN_MEDICAL = 'EARLY_RETURN_MEDICAL',
  EARLY_RETURN_FAMILY = 'EARLY_RETURN_FAMILY',
  TERMINATED = 'TERMINATED',
  EVACUATED = 'EVACUATED',
  HOST_WITHDREW = 'HOST_WITHDREW',
}

/** Papers that show why service ended before its time. Of a medical one only that it was seen is ever kept. */
export enum EndingEvidence {
  RESIGNATION_LETTER = 'RESIGNATION_LETTER',
  MEDICAL_CERTIFICATE = 'MEDICAL_CERTIFICATE',
  FAMILY_STATEMENT = 'FAMILY_STATEMENT',
  DECISION = 'DECISION',
  EVACUATION_ORDER = 'EVACUATION_ORDER',
  HOST_LETTER = 'HOST_LETTER',
}

/** Who takes a step: the volunteer, the host, those who run placements, or the portal by its own rules. */
export type DeploymentActor = 'volunteer' | 'host-officer' | 'placement-officer' | 'portal';

const { PREPARING, READY, TRAVELLING, SERVING, ON_LEAVE, SUSPENDED, ENDING, COMPLETED } = DeploymentStatus;
const { CANCELLED_BEFORE_DEPARTURE, RESIGNED, EARLY_RETURN_MEDICAL, EARLY_RETURN_FAMILY } = DeploymentStatus;
const { TERMINATED, EVACUATED, HOST_WITHDREW } = DeploymentStatus;

/** Endings before the agreed last day. */
const EARLY = [RESIGNED, EARLY_RETURN_MEDICAL, EARLY_RETURN_FAMILY, TERMINATED, EVACUATED, HOST_WITHDREW] as const;

/**
 * The life of a deployment. No step is taken by the date alone: serving begins when the host confirms entry on duty.
 *
 * Whoever was evacuated may go back and serve on.
 */
export const deploymentTransitions: TransitionTable<DeploymentStatus, DeploymentActor> = [
  { from: PREPARING, to: READY, by: ['placement-officer'] },
  // A clearance that runs out, or fails after all, takes readiness away.
  { from: READY, to: PREPARING, by: ['placement-officer', 'portal'] },
  { from: READY, to: TRAVELLING, by: ['placement-officer'] },
  // Whoever has come without travel that was ordered here enters on duty, too, once cleared.
  ...[PREPARING, READY, TRAVELLING].map((from) => ({
    from,
    to: SERVING,
    by: ['host-officer', 'placement-officer'] as const,
  })),
  ...[PREPARING, READY].flatMap((from) => [
    { from, to: CANCELLED_BEFORE_DEPARTURE, by: ['volunteer', 'placement-officer', 'portal'] as const },
    { from, to: HOST_WITHDREW, by: ['placement-officer'] as const },
  ]),
  { from: SERVING, to: ON_LEAVE, by: ['host-officer', 'placement-officer'] },
  { from: ON_LEAVE, to: SERVING, by: ['host-officer', 'placement-officer'] },
  ...[SERVING, ON_LEAVE].map((from) => ({ from, to: SUSPENDED, by: ['placement-officer'] as const })),
  { from: SUSPENDED, to: SERVING, by: ['placement-officer'] },
  ...[SERVING, ON_LEAVE, SUSPENDED].map((from) => ({
    from,
    to: ENDING,
    by: ['placement-officer', 'host-officer', 'portal'] as const,
  })),
  ...[SERVING, ENDING].map((from) => ({ from, to: COMPLETED, by: ['placement-officer'] as const })),
  ...[TRAVELLING, SERVING, ON_LEAVE, SUSPENDED, ENDING].flatMap((from) =>
    EARLY.map((to) => ({ from, to, by: ['placement-officer'] as const })),
  ),
  { from: EVACUATED, to: SERVING, by: ['placement-officer'] },
  // Who does not go back gives the position up.
  ...EARLY.filter((to) => to !== EVACUATED).map((to) => ({ from: EVACUATED, to, by: ['placement-officer'] as const })),
];

/** Deployments whose volunteer has not set out. */
export const BEFORE_DEPARTURE: readonly DeploymentStatus[] = [PREPARING, READY];

/** Deployments that are over for good; whoever was evacuated may go on. */
export const OVER: readonly DeploymentStatus[] = [
  COMPLETED,
  CANCELLED_BEFORE_DEPARTURE,
  ...EARLY.filter((status) => status !== EVACUATED),
];

/** What partner countries are told of ends that lie with the volunteer: that service ended early, and never why. */
export const ENDED_EARLY = 'ENDED_EARLY';

/** Where a deployment is, as somebody may know it. */
export type ToldStatus = DeploymentStatus | typeof ENDED_EARLY;

/** All of them alike: told apart by leaving one out, health would be told after all. */
const TOLD_ALIKE: readonly DeploymentStatus[] = [RESIGNED, EARLY_RETURN_MEDICAL, EARLY_RETURN_FAMILY, TERMINATED];

/** Where a deployment is, as partner countries are told. */
export function toldAbroad(status: DeploymentStatus): ToldStatus {
  return TOLD_ALIKE.includes(status) ? ENDED_EARLY : status;
}

/** What tells whom a deployment concerns. */
export interface WhoseDeployment {
  readonly personId: string;
  readonly hostOrganisationId: string;
}

/** In which capacities a viewer acts on a deployment; empty for strangers. Partner countries read, and do not act. */
export function actorsOnDeployment(viewer: Viewer, whose: WhoseDeployment): readonly DeploymentActor[] {
  const actors: DeploymentActor[] = [];
  if (holds(viewer, PLACERS, { kind: 'ALL', id: null })) actors.push('placement-officer');
  const host = { kind: 'HOST_ORGANISATION', id: whose.hostOrganisationId } as const;
  if (holds(viewer, ['HOST_OFFICER'], host)) actors.push('host-officer');
  if (whose.personId === viewer.personId) actors.push('volunteer');
  return actors;
}

/** Whether a viewer may read a deployment: whoever acts on it, and whoever speaks for the country it is in. */
export function mayReadDeployment(viewer: Viewer, whose: WhoseDeployment & { readonly countryCode: string }): boolean {
  return (
    actorsOnDeployment(viewer, whose).length > 0 ||
    holds(viewer, ['PARTNER'], { kind: 'COUNTRY', id: whose.countryCode })
  );
}

/** Where a deployment is, as a viewer may know it: whole for whoever acts on it, else as partner countries are told. */
export function statusSeenBy(viewer: Viewer, whose: WhoseDeployment, status: DeploymentStatus): ToldStatus {
  return actorsOnDeployment(viewer, whose).length > 0 ? status : toldAbroad(status);
}
