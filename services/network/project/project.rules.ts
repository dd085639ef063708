import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { checkTexts, type GivenText } from '../../shared/text/given-texts.rules.ts';
import { aboutTexts, checkRegion, type FormViolation } from '../form/form.rules.ts';
import type { RegisterActor } from '../form/step.rules.ts';

export enum ProjectStatus {
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  RUNNING = 'RUNNING',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

const { SUBMITTED, APPROVED, REJECTED, RUNNING, CLOSED, CANCELLED } = ProjectStatus;

/** The life of a project: administrators let it in, its organisation starts and closes it. */
export const projectTransitions: TransitionTable<ProjectStatus, RegisterActor> = [
  { from: SUBMITTED, to: APPROVED, by: ['administrator'] },
  { from: SUBMITTED, to: REJECTED, by: ['administrator'] },
  { from: APPROVED, to: RUNNING, by: ['owner'] },
  { from: RUNNING, to: CLOSED, by: ['owner'] },
  { from: SUBMITTED, to: CANCELLED, by: ['owner'] },
  { from: APPROVED, to: CANCELLED, by: ['owner', 'administrator'] },
  { from: RUNNING, to: CANCELLED, by: ['owner', 'administrator'] },
];

/** States in which anyone may see a project. */
export const PUBLIC_PROJECTS: readonly ProjectStatus[] = [APPROVED, RUNNING, CLOSED];
/** Decisions that take something away, and are told with a reason. */
export const REASONED: readonly ProjectStatus[] = [REJECTED, CANCELLED];

export const TITLE_LENGTH = 200;
export const DESCRIPTION_LENGTH = 4000;

/** A project as an organisation submits it. Days are ISO, both included. */
export interface GivenProject {
  readonly title: readonly GivenText[];
  readonly description: readonly GivenText[];
  readonly regionCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Everything wrong with a project, given the regions there are. */
export function checkProject(
  { title, description, regionCode, startsOn, endsOn }: GivenProject,
  regionCodes: readonly string[],
): readonly FormViolation[] {
  return [
    ...aboutTexts(checkTexts(['title'], title, { maximum: TITLE_LENGTH, required: true })),
    ...aboutTexts(checkTexts(['description'], description, { maximum: DESCRIPTION_LENGTH, required: false })),
    ...checkRegion(['regionCode'], regionCode, regionCodes),
    ...(startsOn > endsOn ? [{ path: ['endsOn'], problem: 'ends-before-it-begins' as const }] : []),
  ];
}
