import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Sealed } from '../crypto/sealed.ts';
import { type Reader, type Statement, statement } from '../database/statement.ts';

/** What a service keeps about people in one table: what they are shown of it, and what erasure does to it. */
export interface PersonalTable {
  /** Its name in the database, and in what people are given. */
  readonly table: string;
  /** Where its rows come from, when the service may not read the table itself; SQL. */
  readonly from?: string;
  /** SQL that says which rows are a person's; `:person` is their ID. */
  readonly where: string;
  /** Columns people are shown, in this order. */
  readonly shown: readonly string[];
  /** Columns that tell people nothing about themselves, or that open something. */
  readonly hidden?: readonly string[];
  /** A shown column that is kept encrypted, and what people read in its place. */
  readonly sealed?: SealedColumn;
  /** SQL of the order of the rows. */
  readonly order: string;
  /** Rows go, stay with some columns emptied, or stay as they are: ids, states and instants alone. */
  readonly whenErased: 'deleted' | 'kept' | { readonly emptied: readonly string[] };
}

export interface SealedColumn {
  readonly column: string;
  /** `id` is that of the row, whose first shown column it is. */
  readonly read: (keys: KeyRing, sealed: Sealed, row: { readonly id: string; readonly personId: string }) => string;
}

/** A person's rows of one table, as text. */
export interface PersonalRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What every service keeps about people. */
export const houseTables: readonly PersonalTable[] = [
  {
    table: 'audit_entry',
    where: 'actor_id = :person or on_behalf_of_id = :person or subject_id = :person',
    shown: ['at', 'command', 'outcome', 'subject_id', 'changes'],
    // Others may be named there, and what administrators wrote.
    hidden: ['id', 'actor_id', 'on_behalf_of_id', 'reason'],
    order: 'at, id',
    whenErased: 'kept',
  },
  {
    table: 'idempotency_key',
    where: 'actor_id = :person',
    shown: ['operation', 'key', 'created_at'],
    hidden: ['actor_id', 'input_hash', 'outcome'],
    order: 'created_at, operation, key',
    whenErased: 'deleted',
  },
  {
    table: 'erased_person',
    where: 'person_id = :person',
    shown: ['erased_at'],
    hidden: ['person_id'],
    order: 'erased_at',
    whenErased: 'kept',
  },
];

const WHOSE = '(select person_id from whose)';

/** Reads all that is kept about a person: one statement, and so one moment, whatever the number of tables. */
export class PersonalReader {
  readonly #statement: Statement;
  readonly #sealed: ReadonlyMap<string, SealedColumn>;

  constructor(tables: readonly PersonalTable[]) {
    const parts = tables.map(
      ({ table, from = table, where, shown, order }, place) => `
        select ${place} as place, '${table}' as "table", array[${shown.map((column) => `'${column}'`)}]::text[] as columns,
          coalesce(jsonb_agg(jsonb_build_array(${shown.map(asText)}) order by ${order}), '[]') as rows
        from ${forPerson(from)} where ${forPerson(where)}`,
    );
    const text = `with whose as (select $1::text as person_id) ${parts.join(' union all ')} order by place`;
    this.#statement = statement('personal_rows', text);
    this.#sealed = new Map(tables.flatMap(({ table, sealed }) => (sealed ? [[table, sealed]] : [])));
  }

  async of(read: Reader, keys: KeyRing, personId: string): Promise<PersonalRows[]> {
    const tables = await read.rows<PersonalRows>(this.#statement, [personId]);
    return tables.map((one) => {
      const sealed = this.#sealed.get(one.table);
      return sealed ? opened(one, sealed, keys, personId) : one;
    });
  }
}

/** Erases a person's rows, table by table in the given order, inside the caller's transaction. */
export async function erasePersonalRows(
  tx: EntityManager,
  tables: readonly PersonalTable[],
  personId: string,
): Promise<void> {
  for (const { table, where, whenErased } of tables) {
    if (whenErased === 'kept') continue;
    const change =
      whenErased === 'deleted'
        ? `delete from ${table}`
        : `update ${table} set ${whenErased.emptied.map((column) => `${column} = null`).join(', ')}`;
    await tx.execute(`with whose as (select ?::text as person_id) ${change} where ${forPerson(where)}`, [personId]);
  }
}

function opened(
  { table, columns, rows }: PersonalRows,
  { column, read }: SealedColumn,
  keys: KeyRing,
  personId: string,
): PersonalRows {
  const place = columns.indexOf(column);
  return {
    table,
    columns,
    rows: rows.map((row) => {
      const [id, text] = [row[0], row[place]];
      return id == null || text == null ? row : row.with(place, read(keys, JSON.parse(text), { id, personId }));
    }),
  };
}

function forPerson(sql: string): string {
  return sql.replaceAll(':person', WHOSE);
}

/** Instants in RFC 3339 and everything else as JSON would have it, without the quotes of a string. */
function asText(column: string): string {
  return `to_jsonb(${column}) #>> '{}'`;
}
