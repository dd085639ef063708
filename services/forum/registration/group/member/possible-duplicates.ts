import type { EntityManager } from '@mikro-orm/postgresql';
import { foldedKey } from '../../../../shared/names/fold.rules.ts';
import { RELEASED } from '../../registration.rules.ts';
import type { CheckedRow } from './check-rows.rules.ts';
import { type Born, Twins } from './twins.rules.ts';

/** The most registrations that are told as possible duplicates of a row. */
const MOST = 10;

interface BornRow {
  readonly id: string;
  readonly birth_date: string;
  readonly folded_name: string;
}

/**
 * Which rows may be of somebody who is in the list or in the edition already, by number of the row: born on one day, with
 * names that fold to the same words. It proposes; nothing is merged, and nothing refused for it. In one statement.
 */
export async function possibleDuplicates(
  tx: EntityManager,
  editionId: string,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<number, { readonly isPossible: boolean; readonly ids: readonly string[] }>> {
  const born = rows.flatMap((row) => {
    const one = row.refusal === null ? bornOf(row) : null;
    return one ? [{ number: row.number, one }] : [];
  });
  const days = [...new Set(born.map(({ one }) => one.birthDate))];
  const registered = await tx.execute<BornRow[]>(
    `select id, to_char(birth_date, 'YYYY-MM-DD') as birth_date, folded_name from registration
     where edition_id = ? and birth_date in (select day::date from jsonb_array_elements_text(?::jsonb) as days (day))
       and birth_date is not null and folded_name is not null
       and status not in (${RELEASED.map((status) => `'${status}'`).join(', ')})
     order by birth_date, id`,
    [editionId, JSON.stringify(days)],
  );

  const inEdition = new Twins(MOST);
  for (const row of registered) {
    inEdition.add(row.id, { birthDate: row.birth_date, foldedName: row.folded_name });
  }
  const inList = new Twins(1);
  for (const { number, one } of born) inList.add(String(number), one);
  return new Map(
    born.map(({ number, one }) => {
      const ids = inEdition.of(one);
      return [number, { ids, isPossible: ids.length > 0 || inList.of(one, String(number)).length > 0 }];
    }),
  );
}

function bornOf({ member: { birthDate, nativeName, latinName } }: CheckedRow): Born | null {
  const foldedName = foldedKey({ display: '', native: nativeName, latin: latinName });
  return birthDate === null || foldedName === '' ? null : { birthDate, foldedName };
}
