import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { OVER } from '../../deployment/deployment.rules.ts';
import { checkStep, type StepRefusal } from '../../form/step.rules.ts';
import {
  type ProgrammeStatus,
  type ProgrammeStepProblem,
  programmeStepProblem,
  programmeTransitions,
} from '../programme.rules.ts';
import { lockProgramme } from './lock-programme.ts';

export interface MoveProgramme {
  readonly actorId: string;
  readonly programmeId: string;
  readonly to: ProgrammeStatus;
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveProgrammeOutcome =
  | { readonly programmeId: string }
  | { readonly refusal: 'programme-not-found' }
  | ProgrammeStepProblem
  | StepRefusal;

/** Takes a programme a step on. Openings that are published and deployments go on, whatever the step. */
export function moveProgramme(
  em: EntityManager,
  { actorId, programmeId, to, reason, expectedVersion }: MoveProgramme,
  now: Date,
): Promise<MoveProgrammeOutcome> {
  return em.transactional(async (tx) => {
    const programme = await lockProgramme(tx, programmeId);
    if (!programme) return { refusal: 'programme-not-found' };
    const { status: from } = programme;
    const by = ['placement-officer'] as const;
    const refusal = checkStep(programmeTransitions, programme, { to, by, expectedVersion });
    if (refusal) return refusal;
    const hasBudget = programme.budgetMinor != null;
    const problem = programmeStepProblem(to, { hasBudget, ...(await underWay(tx, programmeId)) });
    if (problem) return problem;

    programme.status = to;
    const changes = [{ field: 'status', from, to }];
    audit(tx, { actorId, command: 'moveProgramme', subjectId: programmeId, changes, reason }, now);
    publish(tx, 'ProgrammeMoved', { programmeId, from, to }, now);
    await tx.flush();
    return { programmeId };
  });
}

/** What of a programme is not over yet. */
async function underWay(tx: EntityManager, id: string): Promise<{ openings: number; deployments: number }> {
  const [row] = await tx.execute<{ openings: number; deployments: number }[]>(
    `select (select count(*)::integer from opening
             where programme_id = ? and status in ('PUBLISHED', 'CLOSED_FOR_APPLICATIONS', 'SELECTION')) as openings,
            (select count(*)::integer from deployment where programme_id = ? and status not in (?)) as deployments`,
    [id, id, [...OVER]],
  );
  return row ?? { openings: 0, deployments: 0 };
}
