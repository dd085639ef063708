import { Migration } from '@mikro-orm/migrations';
import { foldedKey } from '../../shared/names/fold.rules.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';

interface NamedPerson {
  readonly id: string;
  readonly display_name: string;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
}

export class Profiles extends Migration {
  override async up(): Promise<void> {
    await this.execute(`
      alter table person
        add citizenship text check (citizenship ~ '^[A-Z]{2}$'),
        add birth_date date,
        add languages jsonb not null default '[]',
        add folded_name text collate "C" not null default ''`);
    await this.#foldNames();
    // It comes into the schema of the service, unless the database has it already, in whatever schema.
    this.addSql(`
      do $$
      declare home text;
      begin
        create extension if not exists pg_trgm;
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'pg_trgm';
        execute format('create index person_folded_name on person using gin (folded_name %I.gin_trgm_ops)', home);
      end $$`);
    this.addSql(`
      create table age_segment (
        segment text not null,
        minimum_age integer not null check (minimum_age >= 0),
        maximum_age integer check (maximum_age >= minimum_age),
        since date,
        until date check (until >= since),
        description jsonb not null,
        unique nulls not distinct (segment, since)
      )`);
  }

  /** People who were there before they could be searched. */
  async #foldNames(): Promise<void> {
    const people = await this.getEntityManager().execute<NamedPerson[]>(
      'select id, display_name, native_name, latin_name from person',
    );
    for (const { id, display_name, native_name, latin_name } of people) {
      const folded = foldedKey({ display: display_name, native: native_name, latin: latin_name });
      await this.execute('update person set folded_name = ? where id = ?', [folded, id]);
    }
  }
}
