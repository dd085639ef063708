import type { EntityManager } from '@mikro-orm/postgresql';
import type { ParticipantCategory } from '../../registration/registration.rules.ts';
import { DEFAULT_CATEGORY_ZONES, DEFAULT_ZONES } from './zone.rules.ts';

const DEFAULTS = JSON.stringify(DEFAULT_ZONES);
const DEFAULTS_BY_CATEGORY = JSON.stringify(
  Object.entries(DEFAULT_CATEGORY_ZONES).flatMap(([category, zones]) => zones.map((zone) => ({ category, zone }))),
);

/** Gives an edition the zones that editions have by default, where it has none of its own. Repeating it changes nothing. */
export async function provideZones(tx: EntityManager, editionId: string): Promise<void> {
  const made = await tx.execute(
    `insert into badge_zone (edition_id, code, name)
     select edition.id, code, name
     from edition, jsonb_to_recordset(?::jsonb) as given (code text, name jsonb)
     where edition.id = ? and not exists (select from badge_zone where edition_id = edition.id)
     order by code
     on conflict do nothing returning code`,
    [DEFAULTS, editionId],
  );
  if (made.length === 0) return;
  await tx.execute(
    `insert into category_zone (edition_id, category, zone)
     select ?, category, zone from jsonb_to_recordset(?::jsonb) as given (category text, zone text)
     order by category, zone
     on conflict do nothing`,
    [editionId, DEFAULTS_BY_CATEGORY],
  );
}

/** Codes of the zones that a category opens at an edition, in the order of the alphabet. */
export async function zonesOf(tx: EntityManager, editionId: string, category: ParticipantCategory): Promise<string[]> {
  await provideZones(tx, editionId);
  const rows = await tx.execute<{ zone: string }[]>(
    'select zone from category_zone where edition_id = ? and category = ? order by zone',
    [editionId, category],
  );
  return rows.map(({ zone }) => zone);
}
