import pg from 'pg';
import { newId } from '../../services/shared/ids.ts';
import type { Portal } from '../support/portal.ts';

/** Sends a statement to the portal's database, as its owner. */
export async function query<Row extends object>(
  { owner }: Portal,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

export interface GivenEntry {
  readonly service: string;
  readonly subject: string;
  /** Seconds after noon. */
  readonly second: number;
  readonly id?: string;
  readonly actorId?: string | null;
  readonly onBehalfOfId?: string | null;
  readonly changes?: readonly object[];
  readonly reason?: string | null;
}

/** Writes an audit entry as a service would, and returns its ID. */
export async function givenEntry(portal: Portal, entry: GivenEntry): Promise<string> {
  const { service, subject, second, id = newId('audit_entry') } = entry;
  await query(
    portal,
    `insert into ${service}.audit_entry (id, at, actor_id, on_behalf_of_id, command, subject_id, outcome, changes, reason)
     values ($1, $2, $3, $4, 'testify', $5, 'DONE', $6, $7)`,
    [
      id,
      new Date(Date.UTC(2026, 4, 1, 12, 0, second)),
      entry.actorId ?? null,
      entry.onBehalfOfId ?? null,
      subject,
      JSON.stringify(entry.changes ?? []),
      entry.reason ?? null,
    ],
  );
  return id;
}
