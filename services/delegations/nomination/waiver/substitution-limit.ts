import type { EntityManager } from '@mikro-orm/postgresql';
import type { Nomination } from '../nomination.entity.ts';

/** A limit of one substitution applies, and no waiver lifts it. */
export interface AlreadySubstituted {
  readonly refusal: 'already-substituted';
  /** ID of the nomination for which the limit would have to be waived. */
  readonly nominationId: string;
}

/**
 * The waivers that a substitution uses up: one for each of the two who has been replaced, or has replaced somebody, in the
 * edition. Under lock, so that each is used once. The refusal where one is missing.
 */
export async function waiversFor(
  tx: EntityManager,
  replaced: Nomination,
  successorsEarlier: readonly string[],
): Promise<readonly string[] | AlreadySubstituted> {
  const limited = [replaced.replacesId ? [replaced.id] : [], successorsEarlier];
  const waivers: string[] = [];
  for (const nominationIds of limited) {
    const [nominationId] = nominationIds;
    if (nominationId === undefined) continue;
    const [open] = await tx.execute<{ id: string }[]>(
      `select id from substitution_waiver where nomination_id in (?) and used_at is null
       order by granted_at, id limit 1 for update`,
      [[...nominationIds]],
    );
    if (!open) return { refusal: 'already-substituted', nominationId };
    waivers.push(open.id);
  }
  return waivers;
}

/** Uses waivers up for a successor. The caller has them under lock. */
export async function useWaivers(
  tx: EntityManager,
  waivers: readonly string[],
  successorId: string,
  now: Date,
): Promise<void> {
  if (waivers.length === 0) return;
  await tx.flush();
  await tx.execute('update substitution_waiver set used_at = ?, used_for_id = ? where id in (?)', [
    now,
    successorId,
    [...waivers],
  ]);
}

/** Nominations of an edition by which a nominee has been replaced, or has replaced somebody; the earliest first. */
export async function substitutionsOf(
  tx: EntityManager,
  { editionId, personId, addressKey }: Nomination,
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select id from nomination where edition_id = ? and (person_id = ? or address_key = ?)
       and (status = 'REPLACED' or replaces_id is not null) order by id`,
    [editionId, personId ?? null, addressKey ?? null],
  );
  return rows.map(({ id }) => id);
}
