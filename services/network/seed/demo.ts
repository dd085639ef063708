import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { networkDay } from '../network-day.rules.ts';
import { foldedName } from '../organisation/organisation.rules.ts';
import { marathonId, marathonName, marathonSectors } from './campaigns.ts';
import { demoDeeds, demoOrganisations, demoPersonId, demoProjects, treesId, visitsId } from './demo-register.ts';

/**
 * Brings two organisations, three projects, a grant, hours that volunteers gave, and this year's marathon with some
 * deeds: all invented, and marked as a demonstration. Repeating it changes nothing.
 */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const gone = await erasedPeople(tx);
    await seedOrganisations(tx, gone, now);
    await seedProjects(tx, now);
    await seedGrant(tx, now);
    if (!gone.has(demoPersonId('volunteer'))) await seedHours(tx, now);
    await seedMarathon(tx, gone, now);
  });
}

/** Whoever of the demonstration was erased does not come back with it. */
async function erasedPeople(tx: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ person_id: string }[]>('select person_id from erased_person');
  return new Set(rows.map(({ person_id }) => person_id));
}

async function seedOrganisations(tx: EntityManager, gone: ReadonlySet<string>, now: Date): Promise<void> {
  for (const { id, name, region, sector, representative } of demoOrganisations) {
    const added = await tx.execute(
      `insert into organisation (id, name, folded_name, region_code, sector, status, submitted_at, is_demo)
       values (?, ?::jsonb, ?, ?, ?, 'APPROVED', ?, true) on conflict do nothing returning id`,
      [id, JSON.stringify(name), foldedName(name), region, sector, now],
    );
    if (added.length === 0 || gone.has(demoPersonId(representative))) continue;
    await tx.execute(
      'insert into organisation_representative (id, organisation_id, person_id, since) values (?, ?, ?, ?)',
      [namedId('organisation_representative', `demo/${representative}`), id, demoPersonId(representative), now],
    );
  }
}

async function seedProjects(tx: EntityManager, now: Date): Promise<void> {
  for (const project of demoProjects) {
    const { id, organisationId, title, description, region, sector, status, startsInDays, endsInDays } = project;
    await tx.execute(
      `insert into project (id, organisation_id, title, description, region_code, sector, starts_on, ends_on, status,
         submitted_at, published_at, moved_at, is_demo)
       values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::date, ?::date, ?, ?, ?, ?, true) on conflict do nothing`,
      [
        id,
        organisationId,
        JSON.stringify(title),
        JSON.stringify(description),
        region,
        sector,
        dayIn(startsInDays, now),
        dayIn(endsInDays, now),
        status,
        now,
        now,
        now,
      ],
    );
  }
}

async function seedGrant(tx: EntityManager, now: Date): Promise<void> {
  const texts = (kk: string, ru: string, en: string) => JSON.stringify({ kk, ru, en });
  await tx.execute(
    `insert into small_grant (id, project_id, currency, asked_amount, granted_amount, purpose, status, report, result,
       submitted_at, is_demo)
     values (?, ?, 'KZT', 80000000, 60000000, ?::jsonb, 'ACCEPTED', ?, ?::jsonb, ?, true) on conflict do nothing`,
    [
      namedId('small_grant', 'demo/trees'),
      treesId,
      texts('Көшет пен құрал-сайман сатып алу', 'Саженцы и инвентарь', 'Saplings and tools'),
      'Үлгі есеп: көшеттер сатып алынды, құжаттар тіркелді.',
      texts('Мың түп ағаш отырғызылды.', 'Посажена тысяча деревьев.', 'A thousand trees were planted.'),
      now,
    ],
  );
}

/** The demonstration's volunteer takes part in the project that runs; the organisation has verified most of it. */
async function seedHours(tx: EntityManager, now: Date): Promise<void> {
  const personId = demoPersonId('volunteer');
  const added = await tx.execute(
    'insert into participation (id, project_id, person_id, joined_at) values (?, ?, ?, ?) on conflict do nothing returning id',
    [namedId('participation', 'demo/volunteer'), visitsId, personId, now],
  );
  if (added.length === 0) return;
  const given = [
    { daysAgo: 21, minutes: 180, status: 'VERIFIED' },
    { daysAgo: 14, minutes: 150, status: 'VERIFIED' },
    { daysAgo: 7, minutes: 120, status: 'RECORDED' },
  ];
  for (const { daysAgo, minutes, status } of given) {
    const decision = status === 'VERIFIED' ? { at: now, by: demoPersonId('participant') } : { at: null, by: null };
    await tx.execute(
      `insert into volunteer_hours (id, project_id, person_id, done_on, minutes, status, recorded_at, decided_at,
         decided_by_id, is_demo)
       values (?, ?, ?, ?::date, ?, ?, ?, ?, ?, true) on conflict do nothing`,
      [
        namedId('volunteer_hours', `demo/${daysAgo}`),
        visitsId,
        personId,
        dayIn(-daysAgo, now),
        minutes,
        status,
        now,
        decision.at,
        decision.by,
      ],
    );
  }
}

/** The marathon of the year it is, as a demonstration: what the portal counts of it is invented. */
async function seedMarathon(tx: EntityManager, gone: ReadonlySet<string>, now: Date): Promise<void> {
  const year = Number(networkDay(now).slice(0, 4));
  const id = marathonId(year);
  const name = Object.fromEntries(Object.entries(marathonName).map(([locale, text]) => [locale, `${text} ${year}`]));
  const added = await tx.execute(
    `insert into campaign (id, year, name, sectors, created_at, is_demo) values (?, ?, ?::jsonb, ?::text[], ?, true)
     on conflict do nothing returning id`,
    [id, year, JSON.stringify(name), `{${marathonSectors.join(',')}}`, now],
  );
  if (added.length === 0) return;
  for (const deed of demoDeeds.filter(({ by }) => !gone.has(demoPersonId(by)))) {
    const day = dayIn(-deed.daysAgo, now);
    await tx.execute(
      `insert into deed (id, campaign_id, filed_by_id, organisation_id, done_on, region_code, sector, participants,
         place, description, status, filed_at, is_demo)
       values (?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?, ?, true) on conflict do nothing`,
      [
        namedId('deed', `demo/${year}/${deed.key}`),
        id,
        demoPersonId(deed.by),
        deed.organisationId,
        // Those who start the portal in the first days of a year find the deeds on the first of them.
        day < `${year}-01-01` ? `${year}-01-01` : day,
        deed.region,
        deed.sector,
        deed.participants,
        deed.place,
        deed.description,
        deed.status,
        now,
      ],
    );
  }
}

function dayIn(days: number, now: Date): string {
  return Temporal.PlainDate.from(networkDay(now)).add({ days }).toString();
}
