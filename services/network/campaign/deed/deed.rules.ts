import type { TransitionTable } from '../../../shared/state-machine.rules.ts';
import { checkText } from '../../../shared/text/given-texts.rules.ts';
import { aboutTexts, checkCount, checkRegion, type FormViolation } from '../../form/form.rules.ts';
import type { RegisterActor } from '../../form/step.rules.ts';
import type { NetworkSector } from '../../sector/sector.rules.ts';
import { daysOf, type GivenCampaign } from '../campaign.rules.ts';

export enum DeedStatus {
  FILED = 'FILED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

const { FILED, APPROVED, REJECTED, WITHDRAWN } = DeedStatus;

/** The life of a deed. It counts while it is approved. */
export const deedTransitions: TransitionTable<DeedStatus, RegisterActor> = [
  { from: FILED, to: APPROVED, by: ['administrator'] },
  { from: FILED, to: REJECTED, by: ['administrator'] },
  { from: APPROVED, to: REJECTED, by: ['administrator'] },
  { from: REJECTED, to: APPROVED, by: ['administrator'] },
  { from: FILED, to: WITHDRAWN, by: ['owner'] },
  { from: APPROVED, to: WITHDRAWN, by: ['owner'] },
];

export const PLACE_LENGTH = 200;
export const DESCRIPTION_LENGTH = 1000;
export const MOST_PARTICIPANTS = 100_000;

/** A deed as somebody files it. */
export interface GivenDeed {
  /** ISO day. */
  readonly on: string;
  readonly regionCode: string;
  readonly place: string;
  readonly sector: NetworkSector;
  readonly participants: number;
  readonly description: string | null;
}

type CampaignDays = Pick<GivenCampaign, 'year' | 'startsOn' | 'endsOn' | 'sectors'>;

/** Everything wrong with a deed for a campaign on a day (ISO), in the order of the form. Nobody files one ahead. */
export function checkDeed(
  { on, regionCode, place, sector, participants, description }: GivenDeed,
  campaign: CampaignDays,
  regionCodes: readonly string[],
  today: string,
): readonly FormViolation[] {
  const { from, until } = daysOf(campaign);
  const isOfCampaign = campaign.sectors.includes(sector);
  return [
    ...(on > today ? [{ path: ['on'], problem: 'in-future' as const }] : []),
    ...(on < from ? [{ path: ['on'], problem: 'before-it-begins' as const, limits: { day: from } }] : []),
    ...(on > until ? [{ path: ['on'], problem: 'after-it-ends' as const, limits: { day: until } }] : []),
    ...checkRegion(['regionCode'], regionCode, regionCodes),
    ...aboutTexts(checkText(['place'], place, PLACE_LENGTH)),
    ...(isOfCampaign
      ? []
      : [{ path: ['sector'], problem: 'other-sector' as const, limits: { sectors: campaign.sectors.join(', ') } }]),
    ...checkCount(['participants'], participants, MOST_PARTICIPANTS),
    ...(description === null ? [] : aboutTexts(checkText(['description'], description, DESCRIPTION_LENGTH))),
  ];
}
