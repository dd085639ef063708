import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Certificates of service abroad, verifiable by number. */
export class Certificates extends Migration {
  override up(): void {
    this.addSql(`
      create table certificate (
        id text primary key,
        deployment_id text not null unique references deployment,
        person_id text not null,
        number text not null unique,
        kind text not null check (kind in ('FULL', 'PARTIAL')),
        status text not null check (status in ('VALID', 'REVOKED')),
        native_name jsonb,
        latin_name jsonb,
        starts_on date not null,
        ends_on date not null,
        as_issued jsonb not null,
        issued_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        revoked_by_id text,
        version integer not null default 1,
        check ((status = 'REVOKED') = (revoked_at is not null)),
        check (ends_on >= starts_on)
      )`);
    this.addSql('create index certificate_of_person on certificate (person_id, issued_at, id)');
    this.addSql(keepErasedOut('certificate', 'person_id'));
    this.addSql(keepErasedEmpty('certificate', 'person_id', ['native_name', 'latin_name']));
  }
}
