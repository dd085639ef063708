import type { TransitionTable } from '../../shared/state-machine.rules.ts';

export enum ProgrammeFunding {
  /** The programme carries the whole cost of a placement. */
  FULL = 'FULL',
  /** Host or volunteer carry a part. */
  PARTIAL = 'PARTIAL',
}

/** Where a programme is. It takes new openings and offers while OPEN. */
export enum ProgrammeStatus {
  DRAFT = 'DRAFT',
  FUNDED = 'FUNDED',
  OPEN = 'OPEN',
  SUSPENDED = 'SUSPENDED',
  CLOSED = 'CLOSED',
  COMPLETED = 'COMPLETED',
}

/** Who takes a step of a programme. */
export type ProgrammeActor = 'placement-officer';

const { DRAFT, FUNDED, OPEN, SUSPENDED, CLOSED, COMPLETED } = ProgrammeStatus;
const by = ['placement-officer'] as const;

/** The life of a programme. A draft is not public. */
export const programmeTransitions: TransitionTable<ProgrammeStatus, ProgrammeActor> = [
  { from: DRAFT, to: FUNDED, by },
  { from: FUNDED, to: OPEN, by },
  { from: OPEN, to: SUSPENDED, by },
  { from: SUSPENDED, to: OPEN, by },
  { from: OPEN, to: CLOSED, by },
  { from: SUSPENDED, to: CLOSED, by },
  { from: CLOSED, to: COMPLETED, by },
];

/** What decides where a programme may go, beside the state it is in. */
export interface ProgrammeCourse {
  readonly hasBudget: boolean;
  /** Its openings that are published and not decided. */
  readonly openings: number;
  /** Deployments that are not over. */
  readonly deployments: number;
}

export type ProgrammeStepProblem =
  | { readonly refusal: 'budget-missing' }
  | { readonly refusal: 'programme-not-over'; readonly openings: number; readonly deployments: number };

/** What stands in the way of a step that the table allows: money is needed to be funded, and an end to be completed. */
export function programmeStepProblem(
  to: ProgrammeStatus,
  { hasBudget, openings, deployments }: ProgrammeCourse,
): ProgrammeStepProblem | null {
  if (to === FUNDED && !hasBudget) return { refusal: 'budget-missing' };
  if (to === COMPLETED && openings + deployments > 0) return { refusal: 'programme-not-over', openings, deployments };
  return null;
}

/** What a programme's budget does not cover, in the smallest unit of its currency. */
export interface BudgetShort {
  readonly budget: number;
  readonly committed: number;
  readonly needed: number;
  /** ISO 4217. */
  readonly currency: string;
}
