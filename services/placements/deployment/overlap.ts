import type { EntityManager } from '@mikro-orm/postgresql';

/** The deployment of a person that stands in the way of another one. */
export interface Overlap {
  readonly refusal: 'overlapping-deployment';
  readonly deploymentId: string;
  readonly startsOn: string;
  /** Its last day, as agreed or as it was. */
  readonly endsOn: string;
}

/** Whose service, on which days; `exceptId` is the deployment it is about, null where there is none yet. */
export interface PlannedService {
  readonly personId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly exceptId: string | null;
}

/**
 * The first other deployment of a person whose days meet those of a service, as a refusal; null where there is none.
 *
 * The days of a deployment are those that the database keeps apart.
 */
export async function overlapOf(
  tx: EntityManager,
  { personId, startsOn, endsOn, exceptId }: PlannedService,
): Promise<Overlap | null> {
  const [row] = await tx.execute<{ id: string; starts_on: string; last_day: string }[]>(
    `select id, starts_on::text as starts_on, greatest(starts_on, coalesce(ended_on, ends_on))::text as last_day
     from deployment
     where person_id = ? and id is distinct from ? and status <> 'CANCELLED_BEFORE_DEPARTURE'
       and coalesce(ended_on >= starts_on, true)
       and daterange(starts_on, greatest(starts_on, coalesce(ended_on, ends_on)), '[]') && daterange(?::date, ?::date, '[]')
     order by starts_on limit 1`,
    [personId, exceptId, startsOn, endsOn],
  );
  if (!row) return null;
  return { refusal: 'overlapping-deployment', deploymentId: row.id, startsOn: row.starts_on, endsOn: row.last_day };
}
