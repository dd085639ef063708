import pg from 'pg';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';

/** Every row of every table of the portal as text, by table: `accounts.person`. */
export async function wholeDatabase(owner: DatabaseConnection): Promise<Map<string, string[]>> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found = new Map<string, string[]>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select one::text as row from ${name} as one`);
      found.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return found;
  } finally {
    await client.end();
  }
}

/** The tables that hold one of these texts, in whatever case. */
export async function tablesWith(owner: DatabaseConnection, texts: readonly string[]): Promise<string[]> {
  const needles = texts.map((text) => text.toLowerCase());
  return [...(await wholeDatabase(owner))]
    .filter(([, rows]) => rows.some((row) => needles.some((text) => row.toLowerCase().includes(text))))
    .map(([name]) => name);
}
