import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Volunteer organisations, and who acts for them. */
export class Organisations extends Migration {
  override up(): void {
    this.addSql(`
      create table organisation (
        id text primary key,
        name jsonb not null,
        folded_name text not null,
        region_code text not null references region,
        sector text not null,
        web_address text,
        status text not null check (status in ('SUBMITTED', 'APPROVED', 'REJECTED', 'SUSPENDED', 'CLOSED')),
        submitted_at timestamptz(3) not null,
        decision_reason text,
        is_demo boolean not null default false,
        version integer not null default 1
      )`);
    this.addSql('create index organisation_by_name on organisation (folded_name, id)');
    this.addSql('create index organisation_by_region on organisation (region_code, folded_name, id)');
    this.addSql(`
      create table organisation_representative (
        id text primary key,
        organisation_id text not null references organisation,
        person_id text not null,
        since timestamptz(3) not null,
        until timestamptz(3) check (until >= since)
      )`);
    this.addSql(`
      create unique index organisation_representative_once
        on organisation_representative (organisation_id, person_id) where until is null`);
    this.addSql(`
      create index organisation_representative_of_person on organisation_representative (person_id)`);
    this.addSql(keepErasedOut('organisation_representative', 'person_id'));
  }
}
