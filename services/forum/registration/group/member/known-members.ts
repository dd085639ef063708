import type { EntityManager } from '@mikro-orm/postgresql';
import { RELEASED } from '../../registration.rules.ts';
import type { CheckedRow } from './check-rows.rules.ts';

/** What the portal knows of the address of a row. */
export interface KnownMember {
  /** Who signs in with it; null for nobody. */
  readonly personId: string | null;
  /** Whether they have an active registration for the edition. */
  readonly isRegistered: boolean;
  /** Whether an organisation registered them lately, and they were told. */
  readonly wasTold: boolean;
}

/** Within so long somebody is told once, however often an organisation registers and withdraws them. */
const TOLD_ONCE_HOURS = 24;
const HOUR_MS = 3_600_000;
const RELEASED_LIST = RELEASED.map((status) => `'${status}'`).join(', ');

const KNOWN = `
  select wanted.key, known_address.person_id,
    exists (
      select from registration
      where edition_id = edition.id and registration.address_key = wanted.key and status not in (${RELEASED_LIST})
    ) or exists (
      select from registration
      where edition_id = edition.id and registration.person_id = known_address.person_id
        and status not in (${RELEASED_LIST})
    ) as is_registered,
    exists (
      select from registration
      where edition_id = edition.id and registration.address_key = wanted.key and registration.person_id is null
        and group_id is not null and registered_at > ?
    ) or exists (
      select from registration
      where edition_id = edition.id and registration.person_id = known_address.person_id
        and group_id is not null and registered_at > ?
    ) as was_told
  from jsonb_array_elements_text(?::jsonb) as wanted (key)
  join edition on edition.id = ?
  left join known_address on known_address.address_key = wanted.key`;

interface KnownRow {
  readonly key: string;
  readonly person_id: string | null;
  readonly is_registered: boolean;
  readonly was_told: boolean;
}

/** What is known of the rows that are not refused yet, by what stands for their addresses. In one statement. */
export async function knownMembers(
  tx: EntityManager,
  editionId: string,
  rows: readonly CheckedRow[],
  now: Date,
): Promise<ReadonlyMap<string, KnownMember>> {
  const wanted = rows.flatMap(({ refusal, addressKey }) => (refusal === null ? [addressKey] : []));
  const since = new Date(now.getTime() - TOLD_ONCE_HOURS * HOUR_MS);
  const found = await tx.execute<KnownRow[]>(KNOWN, [since, since, JSON.stringify(wanted), editionId]);
  return new Map(
    found.map((row) => [row.key, { personId: row.person_id, isRegistered: row.is_registered, wasTold: row.was_told }]),
  );
}
