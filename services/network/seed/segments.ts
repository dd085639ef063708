import { namedId } from '../../shared/ids.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { SegmentName } from '../segment/segment-definition.rules.ts';

export interface KnownSegment {
  readonly id: string;
  readonly segment: SegmentName;
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly since: string | null;
  readonly until: null;
  readonly description: Texts;
}

/** No source of the portal's gives these ages; both are its own assumption, and their descriptions say so. */
export const segments: readonly KnownSegment[] = [
  {
    id: namedId('segment_definition', 'YOUTH'),
    segment: SegmentName.YOUTH,
    minimumAge: 14,
    maximumAge: 35,
    since: '2023-01-01',
    until: null,
    description: {
      kk: 'Порталдың өз болжамы: 14–35 жас, Қазақстандағы жастар саясатының 2023 жылдан бергі жасына сай деп алынды.',
      ru: 'Собственное допущение портала: 14–35 лет, по молодёжному возрасту в Казахстане с 2023 года.',
      en: "The portal's own assumption: 14 to 35, after the age of youth in Kazakhstan since 2023.",
    },
  },
  {
    id: namedId('segment_definition', 'SILVER'),
    segment: SegmentName.SILVER,
    minimumAge: 50,
    maximumAge: null,
    since: null,
    until: null,
    description: {
      kk: 'Порталдың өз болжамы: 50 жастан бастап.',
      ru: 'Собственное допущение портала: от 50 лет.',
      en: "The portal's own assumption: from 50.",
    },
  },
];
