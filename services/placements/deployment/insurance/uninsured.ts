import type { EntityManager } from '@mikro-orm/postgresql';

/** Days without insurance, the first and the last. */
export interface UninsuredDays {
  readonly from: string;
  readonly until: string;
}

/** The earliest days of a span on which a deployment is not insured; null where it is on all of them. */
export async function firstUninsured(
  tx: EntityManager,
  deploymentId: string,
  { from, until }: UninsuredDays,
): Promise<UninsuredDays | null> {
  await tx.flush();
  const [gap] = await tx.execute<UninsuredDays[]>(
    `select lower(gap)::text as "from", (upper(gap) - 1)::text as "until"
     from unnest(uninsured(?, ?::date, ?::date)) as gap order by gap limit 1`,
    [deploymentId, from, until],
  );
  return gap ?? null;
}
