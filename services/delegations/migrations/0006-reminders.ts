import { Migration } from '@mikro-orm/migrations';

const ACTIVE = `status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`;
const SEATED = `status in ('CONFIRMED', 'UNDER_REVIEW', 'PRE_APPROVED', 'APPROVED', 'ON_HOLD', 'RETURNED')`;

/** Reminders before deadlines, the order of precedence, who is publicly listed, and notes verbales that have gone. */
export class Reminders extends Migration {
  override up(): void {
    this.addSql(`
      create table reminder_days (
        edition_id text not null,
        deadline text not null check (deadline in ('NOMINATION', 'CONFIRMATION', 'SUBSTITUTION', 'CREDENTIALS')),
        days_before integer[] not null check (
          cardinality(days_before) <= 10 and 1 <= all (days_before) and 365 >= all (days_before)),
        primary key (edition_id, deadline)
      )`);
    // A deadline that is moved has another instant, and so reminders of its own.
    this.addSql(`
      create table reminder_sent (
        about_id text not null,
        deadline text not null,
        closes_at timestamptz(3) not null,
        days_before integer not null,
        sent_at timestamptz(3) not null,
        primary key (about_id, deadline, closes_at, days_before)
      )`);
    this.addSql('alter table delegation add precedence integer check (precedence > 0)');
    this.addSql(`
      create unique index delegation_one_a_place on delegation (edition_id, precedence) where precedence is not null`);
    this.addSql(`
      create table protocol_order (
        edition_id text primary key,
        language text not null check (language in ('kk', 'ru', 'en'))
      )`);
    this.addSql(`
      alter table nomination
        add place integer check (place > 0),
        add listed boolean not null default false,
        add listed_at timestamptz(3),
        add protocol_rank integer not null generated always as (
          case when role = 'HEAD' then 0
            else coalesce(place, 10000 + array_position(
              array['DEPUTY_HEAD', 'DELEGATE', 'ADVISER', 'INTERPRETER'], role)) end) stored`);
    this.addSql(`
      create unique index nomination_one_a_place on nomination (delegation_id, place)
      where place is not null and ${ACTIVE}`);
    this.addSql(`
      create index nomination_in_order on nomination (delegation_id, protocol_rank, id) where ${ACTIVE}`);
    this.addSql(`
      create index nomination_published on nomination (delegation_id, protocol_rank, id)
      where ${SEATED} and (listed or role = 'HEAD') and (native_name is not null or latin_name is not null)`);
    this.addSql(`
      create function take_place() returns trigger language plpgsql set search_path from current as $$
      begin
        new.place := (select place from nomination where id = new.replaces_id);
        return new;
      end $$`);
    this.addSql(`
      create trigger nomination_takes_place before insert on nomination
      for each row when (new.replaces_id is not null) execute function take_place()`);
    this.addSql('alter table edition_calendar add archived_at timestamptz(3)');
    this.addSql('alter table note_verbale add deleted_at timestamptz(3)');
  }
}
