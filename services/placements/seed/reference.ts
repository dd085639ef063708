import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';

/** The fully funded programme of 2025: Kenya, Türkiye and Thailand. How its seven volunteers divide is not published. */
export async function seedReference(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries) values (?, ?::jsonb, 2025, 'FULL', '{KE,TH,TR}')
     on conflict do nothing`,
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
