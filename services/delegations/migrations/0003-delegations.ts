import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Delegations are invited, name their focal points by a note verbale, and keep the deadlines of their edition. */
export class Delegations extends Migration {
  override up(): void {
    this.addSql(`
      create unique index delegation_one_a_state on delegation (edition_id, country_code)
      where party_type <> 'ORGANISATION'`);
    this.addSql(`
      create table edition_calendar (
        edition_id text primary key,
        year integer not null,
        time_zone text not null,
        nomination_closes_at timestamptz(3),
        confirmation_closes_at timestamptz(3),
        substitution_closes_at timestamptz(3),
        credentials_close_at timestamptz(3),
        starts_at timestamptz(3),
        ends_at timestamptz(3),
        status text not null,
        version integer not null
      )`);
    this.addSql(`
      create table known_address (
        address_key text primary key,
        person_id text not null unique,
        noted_at timestamptz(3) not null
      )`);
    this.addSql(keepErasedOut('known_address', 'person_id'));
    this.addSql(`
      create table note_verbale (
        id text primary key,
        delegation_id text not null references delegation,
        content_type text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
        size integer not null check (size between 1 and 700000),
        uploaded_at timestamptz(3) not null,
        uploaded_by_id text,
        unique (delegation_id, id)
      )`);
    this.addSql('create index note_verbale_of_delegation on note_verbale (delegation_id, uploaded_at, id)');
    this.addSql(`
      create table note_verbale_content (
        note_verbale_id text primary key references note_verbale,
        content bytea not null
      )`);
    // Not compressed, so that a part of it is read without the rest.
    this.addSql('alter table note_verbale_content alter column content set storage external');
    this.addSql(`
      create table focal_point (
        id text primary key,
        delegation_id text not null references delegation,
        person_id text,
        address_key text,
        status text not null check (status in ('INVITED', 'DESIGNATED', 'CONFIRMED', 'ENDED')),
        slot smallint check (slot in (1, 2)),
        note_verbale_id text,
        since timestamptz(3) not null,
        invited_by_id text,
        designated_at timestamptz(3),
        designated_by_id text,
        confirmed_at timestamptz(3),
        confirmed_by_id text,
        until timestamptz(3),
        ended_by_id text,
        check ((status in ('DESIGNATED', 'CONFIRMED')) = (slot is not null)),
        check ((status = 'ENDED') = (until is not null)),
        check (status not in ('DESIGNATED', 'CONFIRMED') or note_verbale_id is not null and designated_at is not null),
        check (status <> 'CONFIRMED' or confirmed_at is not null),
        foreign key (delegation_id, note_verbale_id) references note_verbale (delegation_id, id)
      )`);
    this.addSql(keepErasedOut('focal_point', 'person_id'));
    this.addSql(`
      create unique index focal_point_two_at_most on focal_point (delegation_id, slot) where slot is not null`);
    this.addSql(`
      create unique index focal_point_once_a_person on focal_point (delegation_id, person_id) where until is null`);
    this.addSql(`
      create unique index focal_point_once_an_address on focal_point (delegation_id, address_key) where until is null`);
    this.addSql('create index focal_point_of_delegation on focal_point (delegation_id, since, id)');
    this.addSql('create index focal_point_of_person on focal_point (person_id)');
    this.addSql(`
      create index focal_point_without_account on focal_point (address_key)
      where person_id is null and until is null`);
  }
}
