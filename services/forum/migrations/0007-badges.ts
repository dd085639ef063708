import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Zones of an edition, badges that open them, and the keys that sign badges. */
export class Badges extends Migration {
  override up(): void {
    this.addSql(`
      create table badge_zone (
        edition_id text not null references edition,
        code text not null check (code ~ '^[A-Z][A-Z0-9_]{0,29}$'),
        name jsonb not null,
        primary key (edition_id, code)
      )`);
    this.addSql(`
      create table category_zone (
        edition_id text not null,
        category text not null,
        zone text not null,
        primary key (edition_id, category, zone),
        foreign key (edition_id, zone) references badge_zone (edition_id, code)
      )`);
    this.addSql(`
      create table badge_key (
        key_id text primary key,
        public_key text not null,
        private_key jsonb not null,
        made_at timestamptz(3) not null,
        retired_at timestamptz(3)
      )`);
    this.addSql('create unique index badge_key_one_signs on badge_key ((true)) where retired_at is null');
    this.addSql(`
      create table badge (
        id text primary key,
        serial text not null unique check (serial ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
        edition_id text not null references edition,
        registration_id text not null references registration,
        category text not null,
        zones text[] not null,
        status text not null check (status in ('PRE_VALID', 'ACTIVE', 'LOST', 'REVOKED', 'EXPIRED', 'REISSUED')),
        valid_from timestamptz(3) not null,
        valid_until timestamptz(3) not null,
        key_id text not null references badge_key,
        qr_payload text not null,
        issued_at timestamptz(3) not null,
        activated_at timestamptz(3),
        activated_by_id text,
        ended_at timestamptz(3),
        replaces_id text unique references badge,
        version integer not null default 1,
        check (valid_from < valid_until),
        check ((activated_at is null) = (activated_by_id is null)),
        constraint badge_active_once_activated check (status <> 'ACTIVE' or activated_at is not null),
        constraint badge_ends_when_it_ends check ((status in ('PRE_VALID', 'ACTIVE')) = (ended_at is null))
      )`);
    this.addSql(`
      create unique index badge_one_valid on badge (registration_id) where status in ('PRE_VALID', 'ACTIVE')`);
    this.addSql('create index badge_of_registration on badge (registration_id, issued_at desc, id desc)');
    this.addSql(`
      create index badge_out_of_force on badge (edition_id, serial) where status in ('LOST', 'REVOKED', 'REISSUED')`);
    this.addSql(`
      create index badge_running_out on badge (valid_until, id) where status in ('PRE_VALID', 'ACTIVE')`);
    this.addSql(`
      create table badge_id_check (
        id text primary key,
        badge_id text not null references badge,
        kind text not null check (kind in ('PASSPORT', 'NATIONAL_ID', 'OTHER')),
        checked_at timestamptz(3) not null,
        checked_by_id text not null
      )`);
    this.addSql('create index badge_id_check_of_badge on badge_id_check (badge_id, checked_at, id)');
    this.addSql(`
      create function keep_badge_within_zones() returns trigger language plpgsql set search_path from current as $$
      begin
        if not new.zones <@ array(
          select zone from category_zone where edition_id = new.edition_id and category = new.category
        ) then
          raise exception 'this category does not open these zones'
            using errcode = 'integrity_constraint_violation', constraint = 'badge_within_zones';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger badge_within_zones before insert or update of zones, category on badge
      for each row execute function keep_badge_within_zones()`);
    this.addSql(`
      create function keep_badge_checked() returns trigger language plpgsql set search_path from current as $$
      begin
        if not exists (select from badge_id_check where badge_id = new.id) then
          raise exception 'nobody checked an ID for this badge'
            using errcode = 'integrity_constraint_violation', constraint = 'badge_checked';
        end if;
        return null;
      end $$`);
    // At commit: the check and the badge may be written in either order.
    this.addSql(`
      create constraint trigger badge_checked after insert or update of status on badge
      deferrable initially deferred for each row when (new.status = 'ACTIVE') execute function keep_badge_checked()`);
    this.addSql(keepErasedOut('badge_id_check', 'checked_by_id'));
  }
}
