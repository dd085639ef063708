import pg from 'pg';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';

/** Does something with the whole database, as its owner. */
export async function asDatabaseOwner<T>(
  owner: DatabaseConnection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TABLES = `select table_schema as schema, table_name as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  order by table_schema, table_name`;

/** Tables of all schemas that hold a text anywhere, in whatever case and column: `forum.registration`, with the text. */
export function placesOf(owner: DatabaseConnection, texts: readonly string[]): Promise<string[]> {
  return asDatabaseOwner(owner, async (client) => {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(TABLES);
    const places: string[] = [];
    for (const { schema, name } of tables) {
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      const { rows } = await client.query<{ text: string }>(
        // Qualified, since a table may have a column of any name.
        `select sought.text from unnest($1::text[]) as sought (text)
         where exists (select from ${table} as one where position(lower(sought.text) in lower(to_jsonb(one)::text)) > 0)`,
        [texts],
      );
      places.push(...rows.map(({ text }) => `${schema}.${name}: ${text}`));
    }
    return places;
  });
}

/** What all tables of the services' schemas hold, to compare before and after. */
export function contentOf(owner: DatabaseConnection, schemas: readonly string[]): Promise<Record<string, unknown>> {
  return asDatabaseOwner(owner, async (client) => {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(TABLES);
    const content: Record<string, unknown> = {};
    for (const { schema, name } of tables.filter(({ schema }) => schemas.includes(schema))) {
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      const { rows } = await client.query(`select to_jsonb(one) as row from ${table} as one order by 1`);
      content[`${schema}.${name}`] = rows.map(({ row }) => row);
    }
    return content;
  });
}
