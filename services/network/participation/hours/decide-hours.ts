import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { VolunteerHours } from './hours.entity.ts';
import { type HoursActor, type HoursStatus, hoursTransitions } from './hours.rules.ts';

export interface DecideHours {
  readonly actorId: string;
  readonly by: HoursActor;
  /** As the graph calls it. */
  readonly command: string;
  /** Checked already. */
  readonly hoursIds: readonly string[];
  readonly to: HoursStatus;
  readonly reason: string | null;
}

export type DecideHoursOutcome =
  | { readonly hoursIds: readonly string[] }
  | { readonly refusal: 'hours-not-found' | 'own-hours' | 'hours-decided'; readonly hoursIds: readonly string[] };

/**
 * Verifies, rejects or withdraws records of hours: all of them, or none where one stands in the way.
 *
 * The organisation decides about hours of others alone; volunteers take back their own. Locks days before records, each
 * in one order, so that acts on records of the same people never wait for each other in a circle.
 */
export function decideHours(
  em: EntityManager,
  { actorId, by, command, hoursIds, to, reason }: DecideHours,
  now: Date,
): Promise<DecideHoursOutcome> {
  return em.transactional(async (tx) => {
    await lockDays(tx, hoursIds);
    const found = await tx.find(
      VolunteerHours,
      { id: { $in: [...hoursIds] } },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const projects = by === 'organisation' ? await projectsOf(tx, actorId) : new Set<string>();
    const isTheirs = (one: VolunteerHours) =>
      by === 'organisation' ? projects.has(one.projectId) : one.personId === actorId;
    const theirs = new Map(found.filter(isTheirs).map((one) => [one.id, one]));
    const missing = hoursIds.filter((id) => !theirs.has(id));
    if (missing.length > 0) return { refusal: 'hours-not-found', hoursIds: missing };
    const records = [...theirs.values()];
    const own = by === 'organisation' ? records.filter(({ personId }) => personId === actorId) : [];
    if (own.length > 0) return { refusal: 'own-hours', hoursIds: own.map(({ id }) => id) };
    const decided = records.filter(({ status }) => !transitionsFrom(hoursTransitions, status, by).includes(to));
    if (decided.length > 0) return { refusal: 'hours-decided', hoursIds: decided.map(({ id }) => id) };

    for (const one of records) {
      const { id, projectId, personId, status: from } = one;
      const decision = by === 'organisation' ? { decidedAt: now, decidedById: actorId } : {};
      tx.assign(one, { status: to, decisionReason: reason, ...decision });
      audit(tx, { actorId, command, subjectId: id, changes: [{ field: 'status', from, to }], reason }, now);
      publish(tx, 'HoursDecided', { hoursId: id, projectId, personId, from, to }, now);
    }
    return { hoursIds };
  });
}

async function lockDays(tx: EntityManager, hoursIds: readonly string[]): Promise<void> {
  await tx.execute(
    `select from volunteer_day where (person_id, done_on) in
       (select person_id, done_on from volunteer_hours where id in (?))
     order by person_id, done_on for update`,
    [[...hoursIds]],
  );
}

/** The projects of the organisations that a person represents. */
async function projectsOf(tx: EntityManager, personId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>(
    `select project.id from project join organisation_representative as mine
       on mine.organisation_id = project.organisation_id and mine.until is null where mine.person_id = ?`,
    [personId],
  );
  return new Set(rows.map(({ id }) => id));
}
