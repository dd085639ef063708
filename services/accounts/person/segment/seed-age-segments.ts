import type { EntityManager } from '@mikro-orm/postgresql';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { AgeSegmentName } from './age-segment.rules.ts';

interface Definition {
  readonly segment: AgeSegmentName;
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly since: string | null;
  readonly description: Texts;
}

/** No source of the portal's gives these ages; both are its own assumption, and their descriptions say so. */
const DEFINITIONS: readonly Definition[] = [
  {
    segment: AgeSegmentName.YOUTH,
    minimumAge: 14,
    maximumAge: 35,
    since: '2023-01-01',
    description: {
      kk: 'Порталдың өз болжамы: 14–35 жас, Қазақстандағы жастар саясатының 2023 жылдан бергі жасына сай деп алынды.',
      ru: 'Собственное допущение портала: 14–35 лет, по молодёжному возрасту в Казахстане с 2023 года.',
      en: "The portal's own assumption: 14 to 35, after the age of youth in Kazakhstan since 2023.",
    },
  },
  {
    segment: AgeSegmentName.SILVER,
    minimumAge: 50,
    maximumAge: null,
    since: null,
    description: {
      kk: 'Порталдың өз болжамы: 50 жастан бастап.',
      ru: 'Собственное допущение портала: от 50 лет.',
      en: "The portal's own assumption: from 50.",
    },
  },
];

/** Brings the definitions of groups by age. Those that are there already stay as they are. */
export async function seedAgeSegments(em: EntityManager): Promise<void> {
  for (const { segment, minimumAge, maximumAge, since, description } of DEFINITIONS) {
    await em.execute(
      `insert into age_segment (segment, minimum_age, maximum_age, since, description)
       values (?, ?, ?, ?, ?::jsonb) on conflict do nothing`,
      [segment, minimumAge, maximumAge, since, JSON.stringify(description)],
    );
  }
}
