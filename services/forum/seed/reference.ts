import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { tellSchedule } from '../edition/administration/tell-schedule.ts';

/** ID of the edition of a year; reference data of other services refers to it. */
export function editionIdOf(year: number): string {
  return namedId('forum_edition', String(year));
}

/**
 * The first edition under the forum's Regulation: announced for 2026, Astana, host Kazakhstan. Dates, venue and quotas
 * are not published; none are set.
 */
export function seedReference(em: EntityManager, now: Date): Promise<void> {
  return em.transactional(async (tx) => {
    const brought = await tx.execute(
      `insert into edition (id, year, title, host_country, city, time_zone, status)
     values (?, 2026, ?::jsonb, 'KZ', ?::jsonb, 'Asia/Almaty', 'ANNOUNCED')
     on conflict do nothing returning id`,
      [
        editionIdOf(2026),
        JSON.stringify({
          kk: 'Достастық елдері волонтерлерінің форумы, 2026',
          ru: 'Форум волонтёров стран Содружества, 2026',
          en: 'Forum of Volunteers of the Commonwealth, 2026',
        }),
        JSON.stringify({ kk: 'Астана', ru: 'Астана', en: 'Astana' }),
      ],
    );
    if (brought.length > 0) await tellSchedule(tx, editionIdOf(2026), now);
  });
}
