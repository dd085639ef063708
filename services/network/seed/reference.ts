import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { publishDefinition } from '../segment/publish-definition.ts';
import { article } from './article.ts';
import { seedCampaigns } from './campaigns.ts';
import { definitions, figureId, figures } from './figures.ts';
import { frontOfficeId, nationalOffice, regions } from './regions.ts';
import { segments } from './segments.ts';

/** What holds in every installation. What is there already, changed or not, stays as it is. */
export async function seedReference(em: EntityManager, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    await seedInternationalYear(tx);
    await seedOffices(tx);
    await seedFigures(tx, now);
    await seedSegments(tx, now);
    await seedCampaigns(tx, now);
  });
}

/** The International Volunteer Year 2026: 54 co-sponsors, of whom the sources name the core group of six. */
async function seedInternationalYear(tx: EntityManager): Promise<void> {
  const { title, url, publishedOn } = article;
  await tx.execute(
    `insert into international_year
       (year, title, resolution, co_sponsor_count, known_co_sponsors, source_title, source_url, source_published_on)
     values (2026, ?::jsonb, '78/127', 54, '{AM,BO,DE,KE,KI,KZ}', ?, ?, ?::date)
     on conflict (year) do update set source_title = excluded.source_title, source_url = excluded.source_url,
       source_published_on = excluded.source_published_on where international_year.source_title is null`,
    [
      JSON.stringify({
        kk: 'Халықаралық волонтерлер жылы',
        ru: 'Международный год волонтёров',
        en: 'International Volunteer Year',
      }),
      title,
      url,
      publishedOn,
    ],
  );
}

/** A regional office in each region, the national one in Astana, one call centre. How to reach them is not published. */
async function seedOffices(tx: EntityManager): Promise<void> {
  const office = `insert into front_office (id, kind, region_code, name) values (?, ?, ?, ?::jsonb) on conflict do nothing`;
  for (const { code, names, otherNames, office: name } of regions) {
    await tx.execute(
      'insert into region (code, name, other_names) values (?, ?::jsonb, ?::text[]) on conflict do nothing',
      [code, JSON.stringify(names), `{${otherNames.map((one) => JSON.stringify(one)).join(',')}}`],
    );
    await tx.execute(office, [frontOfficeId(code), 'REGIONAL', code, JSON.stringify(name)]);
  }
  const { region, name } = nationalOffice;
  await tx.execute(office, [frontOfficeId(null), 'NATIONAL', region, JSON.stringify(name)]);
  await tx.execute('insert into call_centre (id) values (?) on conflict do nothing', [
    namedId('call_centre', 'national'),
  ]);
}

async function seedFigures(tx: EntityManager, now: Date): Promise<void> {
  for (const { key, label, unit } of definitions) {
    await tx.execute(
      'insert into impact_figure_definition (key, label, unit) values (?, ?::jsonb, ?) on conflict do nothing',
      [key, JSON.stringify(label), unit],
    );
  }
  const { title, url, publishedOn } = article;
  for (const figure of figures) {
    const { key, year, value, qualifier, from, until, note = {} } = figure;
    const id = figureId(figure);
    await tx.execute(
      `insert into impact_figure (id, line_id, version, definition_key, year, value, qualifier, period_from,
         period_until, as_of, origin, source_title, source_url, source_published_on, note, recorded_at)
       values (?, ?, 1, ?, ?, ?, ?, ?::date, ?::date, ?::date, 'REPORTED', ?, ?, ?::date, ?::jsonb, ?)
       on conflict do nothing`,
      [
        id,
        id,
        key,
        year,
        value,
        qualifier,
        from,
        until,
        publishedOn,
        title,
        url,
        publishedOn,
        JSON.stringify(note),
        now,
      ],
    );
  }
}

/** Whoever sorts people by age hears of the definitions when they first come in. */
async function seedSegments(tx: EntityManager, now: Date): Promise<void> {
  for (const definition of segments) {
    const { id, segment, minimumAge, maximumAge, since, description } = definition;
    const added = await tx.execute(
      `insert into segment_definition (id, segment, minimum_age, maximum_age, since, description)
       values (?, ?, ?, ?, ?::date, ?::jsonb) on conflict do nothing returning id`,
      [id, segment, minimumAge, maximumAge, since, JSON.stringify(description)],
    );
    if (added.length > 0) publishDefinition(tx, definition, now);
  }
}
