import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { DeploymentStatus } from '../deployment/deployment.rules.ts';
import { OpeningStatus, Sector } from '../opening/opening.rules.ts';
import { demoTexts } from './demo-texts.ts';

interface DemoService {
  readonly country: string;
  readonly city: string;
  readonly timeZone: string;
  readonly sector: Sector;
  readonly title: { readonly kk: string; readonly ru: string; readonly en: string };
  readonly startsOn: string;
  /** Days for which service still goes on when the demonstration is first brought. */
  readonly daysAhead: number;
  /** Which of the demonstration's volunteers abroad serve there. */
  readonly volunteers: readonly number[];
}

/**
 * Where the demonstration's seven volunteers serve. That the programme of 2025 has sent seven to these three countries is
 * published; how they divide is not, and this division is invented.
 */
const services: readonly DemoService[] = [
  {
    country: 'KE',
    city: 'Nairobi',
    timeZone: 'Africa/Nairobi',
    sector: Sector.CHILDREN,
    title: { kk: 'Балалар үйіне көмек', ru: 'Помощь детскому дому', en: "Helping at a children's home" },
    startsOn: '2025-09-01',
    daysAhead: 200,
    volunteers: [1, 2, 3],
  },
  {
    country: 'TR',
    city: 'Antalya',
    timeZone: 'Europe/Istanbul',
    sector: Sector.RESCUE,
    title: { kk: 'Теңіздегі құтқару қызметі', ru: 'Спасение на море', en: 'Saving lives at sea' },
    startsOn: '2025-10-01',
    daysAhead: 120,
    volunteers: [4, 5],
  },
  {
    country: 'TH',
    city: 'Chiang Mai',
    timeZone: 'Asia/Bangkok',
    sector: Sector.ELDERLY_CARE,
    title: { kk: 'Қарттарға күтім жасау', ru: 'Уход за пожилыми людьми', en: 'Caring for older people' },
    startsOn: '2025-11-01',
    daysAhead: 90,
    volunteers: [6, 7],
  },
];

const PROGRAMME = namedId('programme', 'full-funding/2025');

/** IDs of the deployments of the demonstration. */
export const demoDeploymentIds: readonly string[] = services.flatMap(({ volunteers }) =>
  volunteers.map(deploymentIdOf),
);

/**
 * Brings seven deployments of the programme of 2025 that are served now, with the openings they came from.
 *
 * Marks them as a demonstration. Once there they stay as they are, but for texts that an earlier version did not bring;
 * whoever was erased is not sent again.
 */
export async function seedDemoDeployments(tx: EntityManager, now: Date): Promise<void> {
  for (const service of services) {
    const openingId = namedId('opening', `demo/2025/${service.country}`);
    const hostId = namedId('host_organisation', `demo/${service.country}`);
    const endsOn = dayAfter(now, service.daysAhead);
    const published = new Date(`${service.startsOn}T00:00:00.000Z`);
    await tx.execute(
      `insert into opening (id, programme_id, host_organisation_id, title, description, tasks, sector, country_code, city,
         time_zone, starts_on, ends_on, application_deadline, positions, status, published_at, closed_at, is_demo)
       values (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::date, ?::date, ?, ?, ?, ?, ?, true)
       on conflict (id) do update set description = excluded.description, tasks = excluded.tasks,
         time_zone = excluded.time_zone
       where opening.is_demo and opening.description = '{}'::jsonb`,
      [
        openingId,
        PROGRAMME,
        hostId,
        JSON.stringify(service.title),
        JSON.stringify(demoTexts[service.sector].description),
        JSON.stringify(demoTexts[service.sector].tasks),
        service.sector,
        service.country,
        service.city,
        service.timeZone,
        service.startsOn,
        endsOn,
        published,
        service.volunteers.length,
        OpeningStatus.FILLED,
        published,
        published,
      ],
    );
    for (const place of service.volunteers) {
      const personId = namedId('person', `demo/volunteer.${place}`);
      await tx.execute(
        `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
           starts_on, ends_on, entered_on, is_demo, made_at)
         select ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::date, true, ?
         where not exists (select from erased_person where person_id = ?) on conflict do nothing`,
        [
          deploymentIdOf(place),
          openingId,
          PROGRAMME,
          hostId,
          service.country,
          personId,
          DeploymentStatus.SERVING,
          service.startsOn,
          endsOn,
          service.startsOn,
          published,
          personId,
        ],
      );
    }
  }
}

function deploymentIdOf(place: number): string {
  return namedId('deployment', `demo/2025/${place}`);
}

function dayAfter(now: Date, days: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  return today.add({ days }).toString();
}
