import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { NetworkSector } from '../sector/sector.rules.ts';

const { SOCIAL, ENVIRONMENT, CULTURE } = NetworkSector;

export const marathonName = {
  kk: '«Игі істер марафоны»',
  ru: '«Марафон добрых дел»',
  en: 'Marathon of Good Deeds',
} as const;
/** What the marathon was about, as the article of 1 January 2026 names it. */
export const marathonSectors = [SOCIAL, ENVIRONMENT, CULTURE] as const;

/** The ID of the marathon of a year that the portal begins with. */
export function marathonId(year: number): string {
  return namedId('campaign', `marathon-of-good-deeds/${year}`);
}

/** The Marathon of Good Deeds of 2025, with the figures that its source reports. Its days are not published. */
export async function seedCampaigns(tx: EntityManager, now: Date): Promise<void> {
  await tx.execute(
    `insert into campaign (id, year, name, sectors, deeds_figure_key, participants_figure_key, created_at)
     values (?, 2025, ?::jsonb, ?::text[], 'MARATHON_OF_GOOD_DEEDS_DEEDS', 'MARATHON_OF_GOOD_DEEDS_PARTICIPANTS', ?)
     on conflict do nothing`,
    [marathonId(2025), JSON.stringify(marathonName), `{${marathonSectors.join(',')}}`, now],
  );
}
