import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';

/** The fully funded programme of 2025: Kenya, Türkiye and Thailand. How its seven volunteers divide, and what it cost, is not published; it is over. */
export async function seedReference(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries, status)
     values (?, ?::jsonb, 2025, 'FULL', '{KE,TH,TR}', 'COMPLETED')
     on conflict (id) do update set status = excluded.status where programme.status <> excluded.status`,
    [
      namedId('programme', 'full-funding/2025'),
      JSON.stringify({
        kk: 'Толық қаржыландыру бағдарламасы, 2025',
        ru: 'Программа полного финансирования, 2025',
        en: 'Full funding programme, 2025',
      }),
    ],
  );
}
