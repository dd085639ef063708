import { type TransitionTable, transitionsFrom } from '../../shared/state-machine.rules.ts';
import { DeploymentStatus } from '../deployment/deployment.rules.ts';

export enum DutyReportKind {
  ARRIVAL = 'ARRIVAL',
  PERIODIC = 'PERIODIC',
  FINAL = 'FINAL',
  HOST_EVALUATION = 'HOST_EVALUATION',
  INCIDENT = 'INCIDENT',
}

/** What is kept of where a report is. */
export enum DutyReportState {
  DUE = 'DUE',
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
}

/** Where a report is at a moment. OVERDUE is never kept: it follows from the day it is due and the day it is. */
export enum DutyReportStatus {
  DUE = 'DUE',
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  OVERDUE = 'OVERDUE',
}

export enum IncidentSeverity {
  MINOR = 'MINOR',
  SERIOUS = 'SERIOUS',
  CRITICAL = 'CRITICAL',
}

const { DUE, DRAFT, SUBMITTED, RETURNED, ACCEPTED } = DutyReportState;
const { FINAL, HOST_EVALUATION } = DutyReportKind;

/** Who takes a step: whose report it is to write, or those who run placements. */
export type ReportActor = 'author' | 'placement-officer';

/** The life of a report. What was accepted never changes: corrections are amendments beside it. */
export const reportTransitions: TransitionTable<DutyReportState, ReportActor> = [
  { from: DUE, to: DRAFT, by: ['author'] },
  ...[DUE, DRAFT, RETURNED].map((from) => ({ from, to: SUBMITTED, by: ['author'] }) as const),
  { from: SUBMITTED, to: RETURNED, by: ['placement-officer'] },
  { from: SUBMITTED, to: ACCEPTED, by: ['placement-officer'] },
];

/** States in which a report waits for its author. */
export const OPEN: readonly DutyReportState[] = [DUE, DRAFT, RETURNED];

/** Where a report is on a day where the host is, `2026-10-01`. */
export function statusOn(state: DutyReportState, dueOn: string | null, today: string): DutyReportStatus {
  return OPEN.includes(state) && dueOn !== null && today > dueOn ? DutyReportStatus.OVERDUE : DutyReportStatus[state];
}

/** Where somebody may take a report on a day where the host is. Before it opens, nothing is written. */
export function stepsOn(
  { state, opensOn }: { readonly state: DutyReportState; readonly opensOn: string },
  actor: ReportActor | null,
  today: string,
): DutyReportState[] {
  return actor === null || today < opensOn ? [] : transitionsFrom(reportTransitions, state, actor);
}

/** Kinds that tell of service as a whole. */
export type ClosingReportKind = DutyReportKind.FINAL | DutyReportKind.HOST_EVALUATION;

/** Whether reports of a kind tell of service as a whole. */
export function isClosing(kind: DutyReportKind): kind is ClosingReportKind {
  return kind === FINAL || kind === HOST_EVALUATION;
}

/**
 * What a step of a closing report makes of completing the service: fulfilled, not fulfilled any more, or nothing (null).
 * The volunteer's is accepted; the host's word is given, and taken back when it is returned.
 */
export function fulfilment(kind: ClosingReportKind, to: DutyReportState): boolean | null {
  if (kind === FINAL) return to === ACCEPTED ? true : null;
  if (to === SUBMITTED) return true;
  return to === RETURNED ? false : null;
}

const { PREPARING, READY, CANCELLED_BEFORE_DEPARTURE } = DeploymentStatus;

/** Whether there is anything to report of a deployment: not of one whose volunteer has not left, or never did. */
export function takesReports(status: DeploymentStatus): boolean {
  return ![PREPARING, READY, CANCELLED_BEFORE_DEPARTURE].includes(status);
}
