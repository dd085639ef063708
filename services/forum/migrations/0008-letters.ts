import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Invitation letters and attendance certificates, numbered within their edition without gaps. */
export class Letters extends Migration {
  override up(): void {
    this.addSql(`
      create table document_series (
        edition_id text not null references edition,
        kind text not null check (kind in ('INVITATION_LETTER', 'ATTENDANCE_CERTIFICATE')),
        last integer not null default 0 check (last >= 0),
        primary key (edition_id, kind)
      )`);
    this.addSql(`
      create table invitation_letter (
        id text primary key,
        registration_id text not null references registration,
        edition_id text not null references edition,
        person_id text not null,
        status text not null check (status in ('REQUESTED', 'ISSUED', 'REVOKED')),
        language text not null check (language in ('kk', 'ru', 'en')),
        embassy text,
        requested_at timestamptz(3) not null,
        number text unique check (number ~ '^[0-9]{4}-[0-9]{6,}$'),
        code text check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
        issued_at timestamptz(3) check (issued_at >= requested_at),
        native_name jsonb,
        latin_name jsonb,
        citizenship text check (citizenship ~ '^[A-Z]{2}$'),
        category text,
        edition_as_issued jsonb,
        signatory jsonb,
        revoked_at timestamptz(3),
        version integer not null default 1,
        constraint invitation_letter_issued_whole
          check (num_nonnulls(number, code, issued_at, category, edition_as_issued, signatory) in (0, 6)),
        constraint invitation_letter_issued check (
          case status when 'REQUESTED' then number is null when 'ISSUED' then number is not null else true end),
        constraint invitation_letter_revoked check ((status = 'REVOKED') = (revoked_at is not null))
      )`);
    this.addSql(`
      create unique index invitation_letter_one_live on invitation_letter (registration_id)
      where status in ('REQUESTED', 'ISSUED')`);
    this.addSql(`
      create index invitation_letter_of_registration on invitation_letter (registration_id, requested_at desc, id desc)`);
    this.addSql('create index invitation_letter_of_edition on invitation_letter (edition_id, requested_at, id)');
    this.addSql(`
      create index invitation_letter_of_edition_by_status on invitation_letter (edition_id, status, requested_at, id)`);
    this.addSql('create index invitation_letter_of_person on invitation_letter (person_id, requested_at, id)');
    this.addSql(keepErasedOut('invitation_letter', 'person_id'));
    const written = ['embassy', 'native_name', 'latin_name', 'citizenship'];
    this.addSql(keepErasedEmpty('invitation_letter', 'person_id', written));
    this.addSql(`
      create table attendance_certificate (
        id text primary key,
        registration_id text not null unique references registration,
        edition_id text not null references edition,
        number text not null unique check (number ~ '^[0-9]{4}-A[0-9]{6,}$'),
        code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
        issued_at timestamptz(3) not null,
        native_name jsonb,
        latin_name jsonb,
        edition_as_issued jsonb not null
      )`);
  }
}
