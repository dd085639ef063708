import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Seats are offered to those who wait, one by one or a group at once; and a registration knows whose it is. */
export class WaitingList extends Migration {
  override up(): void {
    this.addSql(`
      alter table edition
        add seat_offer_hours integer not null default 48 check (seat_offer_hours between 1 and 720)`);
    this.addSql(`
      create table registration_group (
        id text primary key,
        edition_id text not null references edition,
        organisation text not null,
        contact_person_id text not null,
        passed_over integer not null default 0 check (passed_over >= 0),
        made_at timestamptz(3) not null,
        version integer not null default 1
      )`);
    this.addSql('create index registration_group_of_contact on registration_group (contact_person_id, made_at, id)');
    this.addSql('create index registration_group_of_edition on registration_group (edition_id, made_at, id)');
    this.addSql(`
      create table seat_offer (
        id text primary key,
        edition_id text not null references edition,
        group_id text references registration_group,
        status text not null check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
        made_at timestamptz(3) not null,
        expires_at timestamptz(3) not null check (expires_at > made_at),
        version integer not null default 1
      )`);
    this.addSql(`create index seat_offer_running on seat_offer (expires_at, id) where status = 'OPEN'`);
    this.addSql(`
      alter table registration
        alter person_id drop not null,
        add address_key text,
        add group_id text references registration_group,
        add seat_offer_id text references seat_offer,
        add priority_class smallint not null default 3,
        add queue_entry text not null generated always as (coalesce(group_id, id)) stored,
        add holds_seat boolean not null default false,
        add native_name jsonb,
        add latin_name jsonb,
        add birth_date date,
        add citizenship text check (citizenship ~ '^[A-Z]{2}$'),
        add folded_name text collate "C",
        add identity_noted_at timestamptz(3),
        add check (person_id is not null or address_key is not null)`);
    this.addSql('drop index registration_queue');
    this.addSql(`
      create index registration_queue on registration (edition_id, priority_class, registered_at, queue_entry, id)
      where status = 'WAITLISTED'`);
    this.addSql(`create index registration_offered on registration (seat_offer_id) where seat_offer_id is not null`);
    this.addSql(`create index registration_in_group on registration (group_id, id) where group_id is not null`);
    this.addSql(`
      create unique index registration_one_active_address on registration (edition_id, address_key)
      where address_key is not null
        and status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED')`);
    this.addSql(`
      create or replace function count_seats() returns trigger language plpgsql set search_path from current as $$
      declare
        was text := case when tg_op <> 'INSERT' then
          case when old.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') or old.holds_seat and old.status = 'PENDING_REVIEW'
            then 'claimed' else lower(old.status) end end;
        is_now text := case when tg_op <> 'DELETE' then
          case when new.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') or new.holds_seat and new.status = 'PENDING_REVIEW'
            then 'claimed' else lower(new.status) end end;
      begin
        if was is not distinct from is_now then return null; end if;
        update availability set
          claimed = claimed + (is_now is not distinct from 'claimed')::int - (was is not distinct from 'claimed')::int,
          offered = offered + (is_now is not distinct from 'offered')::int - (was is not distinct from 'offered')::int,
          waiting = waiting
            + (is_now is not distinct from 'waitlisted')::int - (was is not distinct from 'waitlisted')::int
        where id = case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
        return null;
      end $$`);
    this.addSql('drop trigger registration_counts_seats on registration');
    this.addSql(`
      create trigger registration_counts_seats after insert or delete or update of status, holds_seat on registration
      for each row execute function count_seats()`);
    this.addSql(keepErasedOut('registration_group', 'contact_person_id'));
    this.addSql('drop trigger registration_stays_erased on registration');
    const written = ['affiliation', 'dietary_needs', 'accessibility_needs', 'interpretation_language'];
    const identity = ['address_key', 'native_name', 'latin_name', 'birth_date', 'citizenship', 'folded_name'];
    this.addSql(keepErasedEmpty('registration', 'person_id', [...written, ...identity]));
  }
}
