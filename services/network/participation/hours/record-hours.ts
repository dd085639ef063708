import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { Project } from '../../project/project.entity.ts';
import { ProjectStatus, PUBLIC_PROJECTS } from '../../project/project.rules.ts';
import { Participation } from '../participation.entity.ts';
import { VolunteerHours } from './hours.entity.ts';
import { checkHours, type GivenHours, HoursStatus, MINUTES_A_DAY } from './hours.rules.ts';

export interface RecordHours {
  readonly personId: string;
  readonly idempotencyKey: string | null;
  readonly projectId: string;
  readonly hours: GivenHours;
}

type Recorded =
  | { readonly hoursId: string }
  | { readonly refusal: 'project-not-found' | 'not-participating' }
  | { readonly refusal: 'project-not-running'; readonly status: ProjectStatus }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] };
export type RecordHoursOutcome = Recorded | { readonly refusal: 'idempotency-key-reused' };

/** Projects whose volunteers record hours: also those that have just ended. */
const TAKING_HOURS: readonly ProjectStatus[] = [ProjectStatus.RUNNING, ProjectStatus.CLOSED];

/**
 * Records what a person gave to a project on a day. It counts once the organisation has verified it.
 *
 * Holds the person's day until commit, so that whatever they record at once, for any projects, a day has 24 hours.
 */
export function recordHours(
  em: EntityManager,
  { personId, idempotencyKey: key, ...input }: RecordHours,
  today: string,
  now: Date,
): Promise<RecordHoursOutcome> {
  return em.transactional((tx) =>
    once<Recorded>(tx, { actorId: personId, operation: 'recordHours', key, input }, now, async () => {
      const { projectId, hours } = input;
      const project = await tx.findOne(Project, projectId, { lockMode: LockMode.PESSIMISTIC_READ });
      if (!project || !PUBLIC_PROJECTS.includes(project.status)) return { refusal: 'project-not-found' };
      const { status, startsOn, endsOn } = project;
      if (!TAKING_HOURS.includes(status)) return { refusal: 'project-not-running', status };
      if ((await tx.count(Participation, { projectId, personId })) === 0) return { refusal: 'not-participating' };
      const limits = { startsOn, endsOn, today };
      const problems = checkHours(hours, { ...limits, remaining: MINUTES_A_DAY });
      if (problems.length > 0) return { refusal: 'invalid', violations: problems };
      const remaining = MINUTES_A_DAY - (await lockDay(tx, personId, hours.on));
      const violations = checkHours(hours, { ...limits, remaining });
      if (violations.length > 0) return { refusal: 'invalid', violations };

      const id = newId('volunteer_hours');
      const { on: doneOn, minutes } = hours;
      const recorded = HoursStatus.RECORDED;
      tx.create(VolunteerHours, { id, projectId, personId, doneOn, minutes, status: recorded, recordedAt: now });
      const changes = [
        { field: 'status', from: null, to: recorded },
        { field: 'project', from: null, to: projectId },
        { field: 'minutes', from: null, to: minutes },
      ];
      audit(tx, { actorId: personId, command: 'recordHours', subjectId: id, changes }, now);
      publish(tx, 'HoursRecorded', { hoursId: id, projectId, personId }, now);
      return { hoursId: id };
    }),
  );
}

/** Locks a day of a person and returns the minutes of it that are taken. */
async function lockDay(tx: EntityManager, personId: string, day: string): Promise<number> {
  await tx.execute('insert into volunteer_day (person_id, done_on) values (?, ?::date) on conflict do nothing', [
    personId,
    day,
  ]);
  const [row] = await tx.execute<{ minutes: number }[]>(
    'select minutes from volunteer_day where person_id = ? and done_on = ?::date for update',
    [personId, day],
  );
  return row?.minutes ?? 0;
}
