import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Scans at the doors: facts that nobody changes, and what is counted from them. */
export class Scans extends Migration {
  override up(): void {
    this.addSql(`
      create table scan (
        id text primary key,
        edition_id text not null references edition,
        nonce text collate "C" not null,
        badge_serial text,
        badge_id text references badge,
        registration_id text references registration,
        zone text not null,
        direction text not null check (direction in ('IN', 'OUT')),
        device text not null,
        occurred_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null,
        offline boolean not null,
        outcome text not null check (outcome in ('OK', 'UNKNOWN', 'BAD_SIGNATURE', 'REVOKED', 'NOT_ACTIVE',
          'NOT_CONFIRMED', 'WRONG_ZONE', 'OUTSIDE_TIME', 'ALREADY_INSIDE', 'EDITION_CLOSED')),
        conflict text,
        recorded_by_id text not null,
        undoes_id text references scan,
        constraint scan_nonce unique (edition_id, nonce),
        check (outcome <> 'OK' or registration_id is not null)
      )`);
    this.addSql('create unique index scan_undone_once on scan (undoes_id) where undoes_id is not null');
    this.addSql(`
      create index scan_sequence on scan (registration_id, zone, occurred_at, nonce)
      where outcome = 'OK' and undoes_id is null`);
    this.addSql('create index scan_export on scan (edition_id, recorded_at, id)');
    this.addSql(`create index scan_conflict on scan (edition_id, recorded_at, id) where conflict is not null`);
    this.addSql('create index scan_of_registration on scan (registration_id, recorded_at, id)');
    this.addSql(`
      create table scan_resolution (
        id text primary key,
        scan_id text not null unique references scan,
        note text not null,
        resolved_at timestamptz(3) not null,
        resolved_by_id text not null
      )`);
    this.addSql(`
      create table presence (
        registration_id text not null references registration,
        zone text not null,
        edition_id text not null references edition,
        is_inside boolean not null,
        since timestamptz(3) not null,
        nonce text collate "C" not null,
        primary key (registration_id, zone)
      )`);
    this.addSql('create index presence_inside on presence (edition_id, zone) where is_inside');
    this.addSql(`
      create table zone_entries (
        edition_id text not null references edition,
        zone text not null,
        day date not null,
        entries integer not null check (entries >= 0),
        primary key (edition_id, zone, day)
      )`);
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql set search_path from current as $$
      begin
        raise exception '% is a record of facts and is only added to', tg_table_name
          using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const table of ['scan', 'scan_resolution']) {
      this.addSql(`
        create trigger ${table}_stays before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`);
    }
    this.addSql(keepErasedOut('scan', 'recorded_by_id'));
    this.addSql(keepErasedOut('scan_resolution', 'resolved_by_id'));
  }
}
