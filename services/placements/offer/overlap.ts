import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refused } from '../selection/refusal/refusal.rules.ts';

/**
 * The deployment of a person whose days meet those of a service, as a refusal; null where there is none.
 *
 * The days of a deployment are those that the database keeps apart.
 */
export async function overlapOf(
  tx: EntityManager,
  personId: string,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): Promise<Refused<'overlapping-deployment'> | null> {
  const [row] = await tx.execute<{ id: string; starts_on: string; last_day: string }[]>(
    `select id, starts_on::text as starts_on, greatest(starts_on, coalesce(ended_on, ends_on))::text as last_day
     from deployment
     where person_id = ? and status <> 'CANCELLED_BEFORE_DEPARTURE' and coalesce(ended_on >= starts_on, true)
       and daterange(starts_on, greatest(starts_on, coalesce(ended_on, ends_on)), '[]') && daterange(?::date, ?::date, '[]')
     order by starts_on limit 1`,
    [personId, startsOn, endsOn],
  );
  if (!row) return null;
  return {
    refusal: 'overlapping-deployment',
    deploymentId: row.id,
    startsOn: row.starts_on,
    endsOn: row.last_day,
  };
}
