import type { EntityManager } from '@mikro-orm/postgresql';

/** An opening's positions, as the database has counted them. */
export interface Positions {
  readonly total: number;
  readonly offered: number;
  readonly filled: number;
}

/** The positions of an opening. They stay what they are while the caller's transaction holds the opening's lock. */
export async function positionsOf(tx: EntityManager, openingId: string): Promise<Positions> {
  const [row] = await tx.execute<Positions[]>(
    'select total, offered, filled from opening_positions where opening_id = ?',
    [openingId],
  );
  if (!row) throw new Error(`opening ${openingId} has no positions`);
  return row;
}
