import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../../edition/edition.entity.ts';

/** The programme of an edition under lock. */
export interface LockedProgramme {
  readonly edition: Edition;
  /** Number of the last release; 0 before the first. */
  readonly lastRelease: number;
}

/**
 * Locks the programme of an edition until commit: its draft, its releases, and where and when its sessions are.
 *
 * Whoever changes a programme locks it first, before any seats or bookings; nobody else locks it at all. Null where there
 * is no such edition.
 */
export async function lockProgramme(tx: EntityManager, editionId: string): Promise<LockedProgramme | null> {
  // Held to the end, so that nothing written later has to wait for whoever changes the edition itself.
  const found = await tx.execute('select id from edition where id = ? for key share', [editionId]);
  if (found.length === 0) return null;
  const [programme] = await tx.execute<{ last_release: number }[]>(
    `insert into programme (edition_id) values (?)
     on conflict (edition_id) do update set edition_id = excluded.edition_id
     returning last_release`,
    [editionId],
  );
  const edition = await tx.findOneOrFail(Edition, editionId, { refresh: true });
  return { edition, lastRelease: programme?.last_release ?? 0 };
}
