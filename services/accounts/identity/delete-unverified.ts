import type pg from 'pg';

const BATCH = 500;

/** Forgets old sign-ups that nobody proved and nobody used, and codes and links that have run out. Repeating it changes nothing. */
export async function deleteUnverified(
  pool: pg.Pool,
  before: Date,
  isPerson: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  await pool.query('delete from verification where "expiresAt" < now()');
  for (let after = ''; ; ) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from "user" where not "emailVerified" and "createdAt" < $1 and id > $2 order by id limit ${BATCH}`,
      [before, after],
    );
    const ids = rows.map(({ id }) => id);
    const people = ids.length === 0 ? new Set<string>() : await isPerson(ids);
    // Asked again, since an address may have been proven in between. Sessions and passwords go with the account.
    await pool.query('delete from "user" where id = any($1::text[]) and not "emailVerified"', [
      ids.filter((id) => !people.has(id)),
    ]);
    after = ids.at(-1) ?? '';
    if (ids.length < BATCH) return;
  }
}
