import { Migration } from '@mikro-orm/migrations';

export class People extends Migration {
  override up(): void {
    this.addSql(`
      create table person (
        id text primary key,
        display_name text not null,
        native_name jsonb,
        latin_name jsonb,
        preferred_locale text,
        created_at timestamptz(3) not null,
        version integer not null default 1
      )`);
    this.addSql(`
      create table public_function (
        person_id text not null,
        held_in_id text not null,
        since timestamptz(3) not null,
        primary key (person_id, held_in_id)
      )`);
  }
}
