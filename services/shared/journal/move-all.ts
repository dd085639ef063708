import type { EntityManager } from '@mikro-orm/postgresql';
import { idStem, nthId } from '../ids.ts';

/** Rows of one table that go from some states to another together, and by whose act. All SQL is written in the house. */
export interface MoveAll {
  /** With `id`, `status` and `version`. */
  readonly table: string;
  /** SQL that says which rows, with its values. */
  readonly where: string;
  readonly values: readonly unknown[];
  readonly from: readonly string[];
  readonly to: string;
  /** SQL of other columns that change with it, `ended_at = ?`, and its values. */
  readonly also?: { readonly set: string; readonly values: readonly unknown[] };
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  /** Name of the event that tells of each row. */
  readonly event: string;
  /** Columns by which the event says whom and what it concerns, beside `from` and `to`. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Moves many rows to another state in one statement, with an audit entry and an event for each, as `audit` and `publish`
 * would write them: tens of thousands in about a second.
 *
 * In the caller's transaction, which has flushed what it changed. Entities in memory are not told.
 */
export async function moveAll(tx: EntityManager, move: MoveAll, now: Date): Promise<void> {
  const { table, where, values, from, to, also, actorId, command, event, keys } = move;
  const columns = [...new Set(['id', ...Object.values(keys)])].map((column) => `${table}.${column}`);
  const payload = Object.entries(keys).map(([field, column]) => `'${field}', ${column}`);
  await tx.execute(
    `with standing as (
       select id, status from ${table} where ${where} and status in (?) order by id for update
     ), moved as (
       update ${table} set status = ?, version = version + 1${also ? `, ${also.set}` : ''}
       from standing where ${table}.id = standing.id
       returning ${columns.join(', ')}, standing.status as was
     ), numbered as (
       select moved.*, row_number() over () as place from moved
     ), audited as (
       insert into audit_entry (id, at, actor_id, command, subject_id, outcome, changes)
       select ${nthId('place')}, ?, ?::text, ?, id, 'DONE',
         jsonb_build_array(jsonb_build_object('field', 'status', 'from', was, 'to', ?::text))
       from numbered
     )
     insert into outbox_event (id, type, occurred_at, payload)
     select ${nthId('place')}, ?, ?, jsonb_build_object(${payload.join(', ')}, 'from', was, 'to', ?::text)
     from numbered`,
    [
      ...values,
      [...from],
      to,
      ...(also?.values ?? []),
      idStem('audit_entry'),
      now,
      actorId,
      command,
      to,
      idStem('event'),
      event,
      now,
      to,
    ],
  );
}
