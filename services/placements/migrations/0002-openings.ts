import { Migration } from '@mikro-orm/migrations';

export class Openings extends Migration {
  override up(): void {
    this.addSql('alter table programme add column is_demo boolean not null default false');
    this.addSql(`
      create table host_organisation (
        id text primary key,
        name text not null,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        accreditation_status text not null,
        accreditation_valid_until date,
        is_demo boolean not null default false,
        check (accreditation_status <> 'ACCREDITED' or accreditation_valid_until is not null)
      )`);
    this.addSql(`
      create table opening (
        id text primary key,
        programme_id text not null references programme,
        host_organisation_id text not null references host_organisation,
        title jsonb not null,
        sector text not null,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        city text not null,
        starts_on date not null,
        ends_on date not null,
        application_deadline timestamptz(3) not null,
        positions integer not null check (positions > 0),
        status text not null,
        is_demo boolean not null default false,
        version integer not null default 1,
        check (ends_on > starts_on)
      )`);
    this.addSql(`
      create index opening_public on opening (application_deadline, id) where status not in ('DRAFT', 'IN_REVIEW')`);
    this.addSql(`
      create index opening_public_in_country on opening (country_code, application_deadline, id)
      where status not in ('DRAFT', 'IN_REVIEW')`);
  }
}
