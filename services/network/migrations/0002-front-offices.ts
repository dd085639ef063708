import { Migration } from '@mikro-orm/migrations';

/** Regions of Kazakhstan, the front offices in them, and the one call centre. */
export class FrontOffices extends Migration {
  override up(): void {
    this.addSql(`
      create table region (
        code text primary key check (code ~ '^KZ-[0-9]{2}$'),
        name jsonb not null,
        other_names text[] not null
      )`);
    const contact = `
      phone text check (phone ~ '^([+][1-9][0-9]{6,14}|[0-9]{4})$'),
      hours jsonb,
      languages text[] check (cardinality(languages) > 0),
      as_of date,
      version integer not null default 1,
      check (num_nonnulls(phone, hours, languages) = 0 or as_of is not null)`;
    this.addSql(`
      create table front_office (
        id text primary key,
        kind text not null check (kind in ('NATIONAL', 'REGIONAL')),
        region_code text not null references region,
        name jsonb not null,
        ${contact}
      )`);
    this.addSql(`create unique index front_office_one_national on front_office (kind) where kind = 'NATIONAL'`);
    this.addSql(`
      create unique index front_office_one_a_region on front_office (region_code) where kind = 'REGIONAL'`);
    this.addSql(`create table call_centre (id text primary key, ${contact})`);
    this.addSql('create unique index call_centre_one on call_centre ((true))');
  }
}
