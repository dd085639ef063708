import type { EntityManager } from '@mikro-orm/postgresql';

/** Whether somebody is erased here: word of them may come late, and nothing of it is kept. */
export async function isErased(tx: EntityManager, personId: string): Promise<boolean> {
  const rows = await tx.execute('select from erased_person where person_id = ?', [personId]);
  return rows.length > 0;
}
