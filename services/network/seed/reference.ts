import type { EntityManager } from '@mikro-orm/postgresql';

/** The International Volunteer Year 2026: 54 co-sponsors, of whom the sources name the core group of six. */
export async function seedReference(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into international_year (year, title, resolution, co_sponsor_count, known_co_sponsors)
     values (2026, ?::jsonb, '78/127', 54, '{AM,BO,DE,KE,KI,KZ}') on conflict do nothing`,
    [
      JSON.stringify({
        kk: 'Халықаралық волонтерлер жылы',
        ru: 'Международный год волонтёров',
        en: 'International Volunteer Year',
      }),
    ],
  );
}
