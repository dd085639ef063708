import { createHash } from 'node:crypto';
import pg from 'pg';

/** A named statement: parsed and planned once per database session, then only executed. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** `name` says what it reads; together with the text it makes the name the database knows it by. */
export function statement(name: string, text: string): Statement {
  return { name: `${name}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
}

/** Batched reads of plain rows, beside the unit of work: what is read here is never written back. */
export interface Reader {
  /** Runs a statement; `timestamptz` comes as `Date`, `date` as `2026-10-01`, `bigint` as a number, arrays as arrays. */
  rows<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

const DATE = 1082;
const BIGINT = 20;
const types = new pg.TypeOverrides();
types.setTypeParser(DATE, (day) => day);
types.setTypeParser(BIGINT, (count) => Number(count));

export function readerOn(pool: pg.Pool): Reader {
  return {
    async rows<Row extends object>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
      const result = await pool.query<Row>({ name, text, values: [...values], types });
      return result.rows;
    },
  };
}
