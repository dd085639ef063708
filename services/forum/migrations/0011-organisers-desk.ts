import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Organisers look through the registrations of an edition, export them, and write to those they find. */
export class OrganisersDesk extends Migration {
  override up(): void {
    this.addSql('alter table registration add delegation_id text');
    // In the order of the list, and with all that filters and totals look at: neither reads a row in vain.
    this.addSql(`
      create index registration_at_desk on registration
        (edition_id, registered_at desc, id desc, status, category, citizenship)`);
    // They come into the schema of the service, unless the database has them already, in whatever schema.
    this.addSql(`
      do $$
      declare
        trigrams text;
        scalars text;
      begin
        create extension if not exists pg_trgm;
        create extension if not exists btree_gin;
        select nspname into trigrams from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'pg_trgm';
        select nspname into scalars from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'btree_gin';
        execute format(
          'create index registration_folded_name on registration using gin (edition_id %I.text_ops, folded_name %I.gin_trgm_ops)',
          scalars, trigrams);
      end $$`);
    this.addSql(`
      create table registrations_export (
        id text primary key,
        edition_id text not null references edition,
        requested_by_id text not null,
        filter jsonb,
        format text not null check (format in ('CSV', 'JSONL')),
        with_needs boolean not null,
        status text not null check (status in ('QUEUED', 'READY', 'EXPIRED', 'FAILED')),
        token_hash text not null,
        rows integer check (rows >= 0),
        chunks integer check (chunks >= 0),
        downloads integer not null default 0 check (downloads >= 0),
        requested_at timestamptz(3) not null,
        expires_at timestamptz(3) not null check (expires_at > requested_at),
        version integer not null default 1,
        check ((status = 'QUEUED') = (filter is not null)),
        check (status not in ('QUEUED', 'FAILED') or rows is null),
        check (status <> 'READY' or rows is not null and chunks is not null)
      )`);
    this.addSql('create index registrations_export_of_edition on registrations_export (edition_id, status)');
    this.addSql(
      'create index registrations_export_of_person on registrations_export (requested_by_id, requested_at, id)',
    );
    this.addSql(`
      create index registrations_export_running_out on registrations_export (expires_at)
      where status in ('QUEUED', 'READY')`);
    this.addSql(`
      create table export_chunk (
        export_id text not null references registrations_export on delete cascade,
        place integer not null,
        content bytea not null,
        primary key (export_id, place)
      )`);
    this.addSql(keepErasedOut('registrations_export', 'requested_by_id'));
    this.addSql(`
      create table announcement (
        id text primary key,
        edition_id text not null references edition,
        filter jsonb not null,
        subject jsonb not null,
        body jsonb not null,
        status text not null check (status in ('DRAFT', 'HELD', 'SENDING', 'SENT', 'DISCARDED')),
        recipients integer not null check (recipients >= 0),
        drafted_at timestamptz(3) not null,
        version integer not null default 1
      )`);
    this.addSql('create index announcement_of_edition on announcement (edition_id, drafted_at desc, id desc)');
    this.addSql(`
      create table announcement_recipient (
        announcement_id text not null references announcement on delete cascade,
        registration_id text not null references registration on delete cascade,
        mailed_at timestamptz(3),
        primary key (announcement_id, registration_id)
      )`);
    this.addSql(`
      create index announcement_recipient_to_mail on announcement_recipient (announcement_id, registration_id)
      where mailed_at is null`);
  }
}
