import { Migration } from '@mikro-orm/migrations';

/** A programme is drafted, and released in versions that say what they change; sessions are in rooms of a list. */
export class Programme extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql(`
      create table room (
        id text primary key,
        edition_id text not null references edition,
        name jsonb not null check (name <> '{}'),
        capacity integer check (capacity > 0),
        zone text,
        unique (edition_id, id)
      )`);
    this.addSql(`
      alter table session
        add description jsonb not null default '{}',
        add speakers text[] not null default '{}',
        add room_id text,
        add version integer not null default 1,
        add constraint session_in_a_room_of_its_edition foreign key (edition_id, room_id) references room (edition_id, id),
        add constraint session_alone_in_its_room
          exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
          where (status = 'SCHEDULED') deferrable initially deferred`);
    this.addSql('drop index session_programme');
    this.addSql(`
      create index session_programme on session (edition_id, starts_at, id) where status = 'SCHEDULED'`);
    this.addSql(`
      create table session_draft (
        session_id text primary key,
        edition_id text not null references edition,
        title jsonb not null check (title <> '{}'),
        description jsonb not null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        room_id text not null,
        floor_languages text[] not null check (floor_languages <> '{}'),
        interpretation_languages text[] not null,
        capacity integer check (capacity > 0),
        waitlist_limit integer not null check (waitlist_limit >= 0),
        is_open_door boolean not null,
        speakers text[] not null,
        is_removed boolean not null default false,
        version integer not null default 1,
        check (starts_at < ends_at),
        check (capacity is null or not is_open_door),
        check (capacity is not null or waitlist_limit = 0),
        foreign key (edition_id, room_id) references room (edition_id, id),
        constraint session_draft_alone_in_its_room
          exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
          where (not is_removed) deferrable initially deferred
      )`);
    this.addSql('create index session_draft_programme on session_draft (edition_id, starts_at, session_id)');
    this.addSql(`
      create table programme (
        edition_id text primary key references edition,
        last_release integer not null default 0 check (last_release >= 0)
      )`);
    this.addSql(`
      create table programme_release (
        id text primary key,
        edition_id text not null references edition,
        number integer not null check (number > 0),
        released_at timestamptz(3) not null,
        note jsonb not null,
        unique (edition_id, number)
      )`);
    this.addSql(`
      create table programme_change (
        release_id text not null references programme_release,
        session_id text not null references session,
        kind text not null check (kind in ('ADDED', 'CHANGED', 'MOVED', 'CANCELLED')),
        fields jsonb not null,
        title jsonb not null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        room_name jsonb not null,
        primary key (release_id, session_id)
      )`);
    // A booking stays marked for as long as it overlaps another one.
    this.addSql(`
      create function settle_conflicts() returns trigger language plpgsql set search_path from current as $$
      begin
        update booking as marked set has_conflict = false
        where marked.registration_id = new.registration_id and marked.id <> new.id and marked.has_conflict
          and not exists (
            select from booking as held
            where held.registration_id = marked.registration_id and held.id <> marked.id
              and held.status in ('BOOKED', 'OFFERED') and not held.is_open_door
              and tstzrange(held.starts_at, held.ends_at) && tstzrange(marked.starts_at, marked.ends_at));
        return null;
      end $$`);
    this.addSql(`
      create trigger booking_settles_conflicts after update of status, starts_at, ends_at, is_open_door on booking
      for each row when (old.status in ('BOOKED', 'OFFERED')
        and (old.status, old.starts_at, old.ends_at, old.is_open_door)
          is distinct from (new.status, new.starts_at, new.ends_at, new.is_open_door))
      execute function settle_conflicts()`);
    // What the draft would do to people: the first booking is of a session that it moves.
    this.addSql(`
      create view pending_conflict as
      with planned as (
        select session.id, session.edition_id,
          coalesce(draft.starts_at, session.starts_at) as starts_at,
          coalesce(draft.ends_at, session.ends_at) as ends_at,
          coalesce(draft.is_open_door, session.is_open_door) as is_open_door,
          draft.session_id is not null and (draft.starts_at, draft.ends_at, draft.is_open_door)
            is distinct from (session.starts_at, session.ends_at, session.is_open_door) as is_moved
        from session left join session_draft as draft on draft.session_id = session.id
        where session.status = 'SCHEDULED' and not coalesce(draft.is_removed, false)
      )
      select moved.edition_id, booking.id as booking_id, other.id as conflicts_with_id
      from planned as moved
      join booking on booking.session_id = moved.id and booking.status in ('BOOKED', 'OFFERED')
      join booking as other on other.registration_id = booking.registration_id and other.id <> booking.id
        and other.status in ('BOOKED', 'OFFERED')
      join planned as place on place.id = other.session_id
      where moved.is_moved and not moved.is_open_door and not place.is_open_door
        and tstzrange(moved.starts_at, moved.ends_at) && tstzrange(place.starts_at, place.ends_at)
        and (not place.is_moved or booking.id < other.id)
        and (booking.is_open_door or other.is_open_door
          or not tstzrange(booking.starts_at, booking.ends_at) && tstzrange(other.starts_at, other.ends_at))`);
  }
}
