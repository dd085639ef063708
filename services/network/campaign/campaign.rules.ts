import { checkTexts, type GivenText } from '../../shared/text/given-texts.rules.ts';
import { aboutTexts, type FormViolation } from '../form/form.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';

export const NAME_LENGTH = 200;

/** A campaign as an administrator gives it. Days are ISO, null where they are not known. */
export interface GivenCampaign {
  readonly year: number;
  readonly name: readonly GivenText[];
  readonly sectors: readonly NetworkSector[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** What sources report of it: keys of impact figures, null where none is defined. */
  readonly deedsFigureKey: string | null;
  readonly participantsFigureKey: string | null;
}

const YEARS = { first: 2000, last: 2100 } as const;

/** Everything wrong with a campaign. Whether its figures are defined is for the database to say. */
export function checkCampaign({ year, name, sectors, startsOn, endsOn }: GivenCampaign): readonly FormViolation[] {
  const isOutside = (day: string | null) => day !== null && Number(day.slice(0, 4)) !== year;
  return [
    ...(year < YEARS.first
      ? [{ path: ['year'], problem: 'before-it-begins' as const, limits: { day: `${YEARS.first}` } }]
      : []),
    ...(year > YEARS.last
      ? [{ path: ['year'], problem: 'after-it-ends' as const, limits: { day: `${YEARS.last}` } }]
      : []),
    ...aboutTexts(checkTexts(['name'], name, { maximum: NAME_LENGTH, required: true })),
    ...(sectors.length === 0 ? [{ path: ['sectors'], problem: 'empty' as const }] : []),
    ...(isOutside(startsOn)
      ? [{ path: ['startsOn'], problem: 'outside-year' as const, limits: { year: `${year}` } }]
      : []),
    ...(isOutside(endsOn) ? [{ path: ['endsOn'], problem: 'outside-year' as const, limits: { year: `${year}` } }] : []),
    ...(startsOn !== null && endsOn !== null && startsOn > endsOn
      ? [{ path: ['endsOn'], problem: 'ends-before-it-begins' as const }]
      : []),
  ];
}

/** The days of a campaign, both included: those it is known to last, or the whole of its year. */
export function daysOf({ year, startsOn, endsOn }: Pick<GivenCampaign, 'year' | 'startsOn' | 'endsOn'>): {
  readonly from: string;
  readonly until: string;
} {
  return { from: startsOn ?? `${year}-01-01`, until: endsOn ?? `${year}-12-31` };
}
