import type { EntityManager } from '@mikro-orm/postgresql';

/** Which of these people were erased: a demonstration that starts again does not bring them back. */
export async function erasedAmong(em: EntityManager, people: readonly { id: string }[]): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ person_id: string }[]>(
    'select person_id from erased_person where person_id in (select jsonb_array_elements_text(?::jsonb))',
    [JSON.stringify(people.map(({ id }) => id))],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}
