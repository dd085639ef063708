import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

export class Privacy extends Migration {
  override up(): void {
    this.addSql(`
      create table erasure (
        id text primary key,
        person_id text not null unique,
        requested_at timestamptz(3) not null,
        requested_by_id text not null,
        completed_at timestamptz(3)
      )`);
    this.addSql(`
      create table erasure_receipt (
        erasure_id text not null references erasure,
        service text not null,
        outcome text,
        reason text,
        kept_until timestamptz(3),
        settled_at timestamptz(3),
        primary key (erasure_id, service),
        check ((outcome is null) = (settled_at is null)),
        check ((outcome is not distinct from 'KEPT') = (reason is not null and kept_until is not null))
      )`);
    this.addSql(`
      create table data_export (
        id text primary key,
        person_id text not null references person,
        token_hash text not null,
        requested_at timestamptz(3) not null,
        expires_at timestamptz(3) not null check (requested_at < expires_at),
        downloads integer not null default 0
      )`);
    this.addSql('create index data_export_of_person on data_export (person_id, requested_at, id)');
    this.addSql(keepErasedOut('person', 'id'));
    // What has a foreign key to a person cannot come without one.
    this.addSql(keepErasedOut('sign_in_address', 'person_id'));
    this.addSql(keepErasedOut('public_function', 'person_id'));
  }
}
