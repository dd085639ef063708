import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { HostAccreditationStatus } from '../host-organisation/host-organisation.rules.ts';
import { OpeningStatus, type Sector } from '../opening/opening.rules.ts';
import { NO_REQUIREMENTS } from '../opening/terms.rules.ts';
import { ProgrammeFunding } from '../programme/programme.rules.ts';
import { demoAccreditedFrom, demoAccreditedUntil, demoDates } from './demo-calendar.rules.ts';
import { demoDeploymentIds, seedDemoDeployments } from './demo-deployments.ts';
import { demoHosts } from './demo-openings.ts';
import { bringDemoService } from './demo-service.ts';
import { DEMO_BUDGET_MINOR, DEMO_CURRENCY, demoClearances, demoEntitlements, demoRequirements } from './demo-terms.ts';
import { demoTexts } from './demo-texts.ts';

/** A demonstration that ran out: its deadline has passed and nobody has begun to select. */
const HAS_RUN_OUT = `opening.is_demo and opening.application_deadline < ?
  and opening.status in ('PUBLISHED', 'CLOSED_FOR_APPLICATIONS')`;

/** Brings the labelled demonstration: openings that can be applied for, and service that goes on. */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    await bringOpenings(tx, now);
    await seedDemoDeployments(tx, now);
    await bringDemoService(tx, demoDeploymentIds, now);
  });
}

/**
 * Brings twelve published openings with three invented, accredited hosts, under a programme of their own.
 *
 * Marks them as a demonstration. Openings whose deadline has passed are published again with dates ahead, so that a
 * demonstration that lies around can still be tried. Touches no opening in selection and none that was changed to be real.
 */
async function bringOpenings(tx: EntityManager, now: Date): Promise<void> {
  const kept = await tx.execute<{ id: string }[]>(
    `select id from opening where id = any(?::text[]) and not (${HAS_RUN_OUT})`,
    [`{${demoHosts.flatMap((host) => host.openings.map(({ key }) => openingIdOf(host.country, key))).join(',')}}`, now],
  );
  const keptIds = new Set(kept.map(({ id }) => id));
  const due = demoHosts.flatMap((host) =>
    host.openings
      .map((opening) => ({ ...opening, id: openingIdOf(host.country, opening.key), host }))
      .filter(({ id }) => !keptIds.has(id)),
  );
  await fillIn(tx, now);
  if (due.length === 0) return;
  const programmeId = await bringProgramme(tx, now.getUTCFullYear());
  for (const host of new Set(due.map((opening) => opening.host))) await bringHost(tx, host, now);
  for (const { id, host, key, title, sector, city, positions, deadlineInDays, months } of due) {
    const dates = demoDates({ timeZone: host.timeZone, deadlineInDays, months }, now);
    await tx.execute(
      `insert into opening (id, programme_id, host_organisation_id, title, description, tasks, sector, country_code, city,
           starts_on, ends_on, time_zone, application_deadline, positions, requirements, entitlements, clearances, status,
           published_at, is_demo)
         values (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?::date, ?::date, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?,
           ?, true)
         on conflict (id) do update set programme_id = excluded.programme_id, starts_on = excluded.starts_on,
           ends_on = excluded.ends_on, application_deadline = excluded.application_deadline, status = excluded.status,
           published_at = excluded.published_at, closed_at = null, terms_changed_at = excluded.published_at,
           version = opening.version + 1
         where ${HAS_RUN_OUT}`,
      [
        id,
        programmeId,
        hostIdOf(host.country),
        JSON.stringify(title),
        JSON.stringify(demoTexts[sector].description),
        JSON.stringify(demoTexts[sector].tasks),
        sector,
        host.country,
        city,
        dates.startsOn,
        dates.endsOn,
        host.timeZone,
        dates.applicationDeadline,
        positions,
        ...termsOf(host.country, key, sector),
        OpeningStatus.PUBLISHED,
        now,
        now,
      ],
    );
  }
}

/** The demonstration's programme of a year; the year's real programme is another. Returns its ID. */
async function bringProgramme(tx: EntityManager, year: number): Promise<string> {
  const id = namedId('programme', `demo/${year}`);
  await tx.execute(
    `insert into programme (id, name, year, funding, host_countries, currency, budget_minor, is_demo)
     values (?, ?::jsonb, ?, ?, ?::text[], ?, ?, true)
     on conflict do nothing`,
    [
      id,
      JSON.stringify({
        kk: `Демонстрациялық бағдарлама, ${year}`,
        ru: `Демонстрационная программа, ${year}`,
        en: `Demonstration programme, ${year}`,
      }),
      year,
      ProgrammeFunding.FULL,
      `{${demoHosts
        .map(({ country }) => country)
        .sort()
        .join(',')}}`,
      DEMO_CURRENCY,
      DEMO_BUDGET_MINOR,
    ],
  );
  return id;
}

/** A host, accredited past the last day of its openings. One whose accreditation was taken away stays as it is. */
async function bringHost(tx: EntityManager, host: (typeof demoHosts)[number], now: Date): Promise<void> {
  await tx.execute(
    `insert into host_organisation (id, name, country_code, time_zone, accreditation_status, accredited_from,
       accreditation_valid_until, is_demo)
     values (?, ?, ?, ?, ?, ?::date, ?::date, true)
     on conflict (id) do update set accreditation_status = excluded.accreditation_status,
       accreditation_valid_until = excluded.accreditation_valid_until
     where host_organisation.is_demo and host_organisation.accreditation_status in (?)`,
    [
      hostIdOf(host.country),
      host.name,
      host.country,
      host.timeZone,
      HostAccreditationStatus.ACCREDITED,
      demoAccreditedFrom(now),
      demoAccreditedUntil(now),
      [HostAccreditationStatus.ACCREDITED, HostAccreditationStatus.EXPIRED],
    ],
  );
}

/** Fills in what a demonstration that was brought by an earlier version does not know. What it knows stays. */
async function fillIn(tx: EntityManager, now: Date): Promise<void> {
  await tx.execute('update programme set currency = ?, budget_minor = ? where is_demo and currency is null', [
    DEMO_CURRENCY,
    DEMO_BUDGET_MINOR,
  ]);
  for (const { country, timeZone, openings } of demoHosts) {
    await tx.execute(
      `update host_organisation set time_zone = ?, accredited_from = ?::date
       where id = ? and is_demo and accredited_from is null and accreditation_valid_until > ?::date`,
      [timeZone, demoAccreditedFrom(now), hostIdOf(country), demoAccreditedFrom(now)],
    );
    for (const { key, sector } of openings) {
      await tx.execute(
        `update opening set description = ?::jsonb, tasks = ?::jsonb, time_zone = ?, requirements = ?::jsonb,
           entitlements = ?::jsonb, clearances = ?::jsonb, published_at = coalesce(published_at, ?)
         where id = ? and is_demo and description = '{}'::jsonb`,
        [
          JSON.stringify(demoTexts[sector].description),
          JSON.stringify(demoTexts[sector].tasks),
          timeZone,
          ...termsOf(country, key, sector),
          now,
          openingIdOf(country, key),
        ],
      );
    }
  }
}

/** Requirements, entitlements and clearances of an opening, as JSON. */
function termsOf(country: string, key: string, sector: Sector): string[] {
  const requirements = demoRequirements[`${country}/${key}`] ?? NO_REQUIREMENTS;
  return [requirements, demoEntitlements, demoClearances[sector]].map((terms) => JSON.stringify(terms));
}

function openingIdOf(country: string, key: string): string {
  return namedId('opening', `demo/${country}/${key}`);
}

function hostIdOf(country: string): string {
  return namedId('host_organisation', `demo/${country}`);
}
