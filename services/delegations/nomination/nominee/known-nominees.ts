import type { EntityManager } from '@mikro-orm/postgresql';
import { INACTIVE } from '../nomination.rules.ts';

/** What the portal knows of an address in an edition. */
export interface KnownNominee {
  /** Who signs in with it; null for nobody. */
  readonly personId: string | null;
  /** Whether an active nomination for the edition names them. */
  readonly isNominated: boolean;
  /** IDs of nominations by which they have taken somebody's place in the edition, or somebody has taken theirs. */
  readonly substitutions: readonly string[];
}

const INACTIVE_LIST = INACTIVE.map((status) => `'${status}'`).join(', ');

const KNOWN = `
  select wanted.key, known_address.person_id,
    coalesce(bool_or(nomination.status not in (${INACTIVE_LIST})), false) as is_nominated,
    coalesce(
      jsonb_agg(distinct nomination.id) filter (where nomination.status = 'REPLACED' or nomination.replaces_id is not null),
      '[]'
    ) as substitutions
  from jsonb_array_elements_text(?::jsonb) as wanted (key)
  left join known_address on known_address.address_key = wanted.key
  left join lateral (
    select id, status, replaces_id from nomination where edition_id = ? and address_key = wanted.key
    union all
    select id, status, replaces_id from nomination where edition_id = ? and person_id = known_address.person_id
  ) as nomination on true
  group by wanted.key, known_address.person_id`;

/** What is known of addresses, by what stands for them. In one statement, whatever their number. */
export async function knownNominees(
  tx: EntityManager,
  editionId: string,
  addressKeys: readonly string[],
): Promise<ReadonlyMap<string, KnownNominee>> {
  const rows = await tx.execute<
    { key: string; person_id: string | null; is_nominated: boolean; substitutions: string[] }[]
  >(KNOWN, [JSON.stringify(addressKeys), editionId, editionId]);
  return new Map(
    rows.map(({ key, person_id: personId, is_nominated: isNominated, substitutions }) => [
      key,
      { personId, isNominated, substitutions },
    ]),
  );
}
