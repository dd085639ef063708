import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Seats in sessions are booked, and people carry their programme in a calendar. */
export class Bookings extends Migration {
  override up(): void {
    this.addSql(`
      alter table session
        add is_open_door boolean not null default false,
        add status text not null default 'SCHEDULED' check (status in ('SCHEDULED', 'CANCELLED')),
        add calendar_sequence integer not null default 0`);
    this.addSql(`
      create function count_session_changes() returns trigger language plpgsql as $$
      declare
        apart text[] := array['version', 'calendar_sequence'];
      begin
        if to_jsonb(new) - apart <> to_jsonb(old) - apart then
          new.calendar_sequence := old.calendar_sequence + 1;
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger session_counts_changes before update on session
      for each row execute function count_session_changes()`);
    this.#bookings();
    this.#seats();
    this.#movedSessions();
    this.addSql(`
      create table calendar_subscription (
        registration_id text primary key references registration on delete cascade,
        person_id text not null,
        token_hash text not null,
        locale text not null,
        made_at timestamptz(3) not null
      )`);
    this.addSql('create index calendar_subscription_of_person on calendar_subscription (person_id)');
    this.addSql(keepErasedOut('calendar_subscription', 'person_id'));
  }

  #bookings(): void {
    this.addSql(`
      create table booking (
        id text primary key,
        session_id text not null references session,
        registration_id text not null references registration,
        edition_id text not null references edition,
        person_id text,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        is_open_door boolean not null,
        status text not null check (status in (
          'BOOKED', 'WAITLISTED', 'OFFERED', 'CANCELLED', 'ATTENDED', 'NO_SHOW', 'SESSION_CANCELLED', 'OFFER_EXPIRED',
          'OFFER_DECLINED')),
        booked_at timestamptz(3) not null,
        offer_expires_at timestamptz(3) check (offer_expires_at is not null or status <> 'OFFERED'),
        has_conflict boolean not null default false,
        version integer not null default 1
      )`);
    // It comes into the schema of the service, unless the database has it already, in whatever schema.
    this.addSql(`
      do $$
      declare home text;
      begin
        create extension if not exists btree_gist;
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'btree_gist';
        execute format(
          'alter table booking add constraint booking_no_overlap
             exclude using gist (registration_id %I.gist_text_ops with =, tstzrange(starts_at, ends_at) with &&)
             where (status in (''BOOKED'', ''OFFERED'') and not is_open_door and not has_conflict)', home);
      end $$`);
    this.addSql(`
      create unique index booking_one_active on booking (session_id, registration_id)
      where status in ('BOOKED', 'WAITLISTED', 'OFFERED', 'ATTENDED', 'NO_SHOW')`);
    this.addSql('create index booking_of_registration on booking (registration_id, session_id)');
    this.addSql('create index booking_of_person on booking (person_id, booked_at, id)');
    this.addSql(`create index booking_queue on booking (session_id, booked_at, id) where status = 'WAITLISTED'`);
    this.addSql(`create index booking_offered on booking (offer_expires_at, id) where status = 'OFFERED'`);
    // What a booking repeats of its session and registration is theirs to say. The lock makes whoever moves the session
    // wait, or makes the booking wait for where it is moved to.
    this.addSql(`
      create function describe_booking() returns trigger language plpgsql set search_path from current as $$
      declare
        home text;
      begin
        select edition_id, starts_at, ends_at, is_open_door into new.edition_id, new.starts_at, new.ends_at, new.is_open_door
          from session where id = new.session_id for share;
        select edition_id, person_id into home, new.person_id from registration where id = new.registration_id;
        if home <> new.edition_id then
          raise exception 'the session is of another edition' using errcode = 'integrity_constraint_violation';
        end if;
        new.has_conflict := false;
        return new;
      end $$`);
    this.addSql(`
      create trigger booking_described before insert on booking for each row execute function describe_booking()`);
    this.addSql(keepErasedOut('booking', 'person_id'));
    this.addSql(`
      create function hand_bookings_over() returns trigger language plpgsql set search_path from current as $$
      begin
        update booking set person_id = new.person_id where registration_id = new.id;
        return null;
      end $$`);
    this.addSql(`
      create trigger registration_hands_bookings_over after update of person_id on registration
      for each row when (old.person_id is distinct from new.person_id) execute function hand_bookings_over()`);
  }

  #seats(): void {
    this.addSql(`
      create function count_session_seats() returns trigger language plpgsql set search_path from current as $$
      declare
        was text := case when tg_op <> 'INSERT' then
          case when old.status in ('BOOKED', 'ATTENDED', 'NO_SHOW') then 'claimed' else lower(old.status) end end;
        is_now text := case when tg_op <> 'DELETE' then
          case when new.status in ('BOOKED', 'ATTENDED', 'NO_SHOW') then 'claimed' else lower(new.status) end end;
      begin
        if was is not distinct from is_now then return null; end if;
        update availability set
          claimed = claimed + (is_now is not distinct from 'claimed')::int - (was is not distinct from 'claimed')::int,
          offered = offered + (is_now is not distinct from 'offered')::int - (was is not distinct from 'offered')::int,
          waiting = waiting
            + (is_now is not distinct from 'waitlisted')::int - (was is not distinct from 'waitlisted')::int
        where id = case when tg_op = 'DELETE' then old.session_id else new.session_id end;
        return null;
      end $$`);
    this.addSql(`
      create trigger booking_counts_seats after insert or delete or update of status on booking
      for each row execute function count_session_seats()`);
    // A session that gets seats only after it was booked.
    this.addSql(`
      create function count_booked_seats() returns trigger language plpgsql set search_path from current as $$
      begin
        perform from session where id = new.id for update;
        if not found then return new; end if;
        select count(*) filter (where status in ('BOOKED', 'ATTENDED', 'NO_SHOW')),
            count(*) filter (where status = 'OFFERED'), count(*) filter (where status = 'WAITLISTED')
          into new.claimed, new.offered, new.waiting
          from booking where session_id = new.id;
        return new;
      end $$`);
    this.addSql(`
      create trigger availability_counts_booked before insert on availability
      for each row execute function count_booked_seats()`);
  }

  /** Bookings move with their session. Where one then overlaps another it is marked, and stays. */
  #movedSessions(): void {
    this.addSql(`
      create function move_bookings() returns trigger language plpgsql set search_path from current as $$
      begin
        for attempt in 1..10 loop
          begin
            update booking as moved set
              starts_at = new.starts_at, ends_at = new.ends_at, is_open_door = new.is_open_door,
              has_conflict = moved.status in ('BOOKED', 'OFFERED') and not new.is_open_door and exists (
                select from booking as held
                where held.registration_id = moved.registration_id and held.id <> moved.id
                  and held.status in ('BOOKED', 'OFFERED') and not held.is_open_door
                  and tstzrange(held.starts_at, held.ends_at) && tstzrange(new.starts_at, new.ends_at))
            where session_id = new.id;
            return null;
          exception when exclusion_violation or deadlock_detected then
            -- Somebody has taken a seat meanwhile; the next look sees it.
            if attempt = 10 then raise; end if;
          end;
        end loop;
        return null;
      end $$`);
    this.addSql(`
      create trigger session_moves_bookings after update of starts_at, ends_at, is_open_door on session
      for each row when ((old.starts_at, old.ends_at, old.is_open_door)
        is distinct from (new.starts_at, new.ends_at, new.is_open_door))
      execute function move_bookings()`);
  }
}
