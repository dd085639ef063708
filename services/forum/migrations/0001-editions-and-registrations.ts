import { Migration } from '@mikro-orm/migrations';

export class EditionsAndRegistrations extends Migration {
  override up(): void {
    this.addSql(`
      create table edition (
        id text primary key,
        year integer not null unique,
        title jsonb not null,
        host_country text not null check (host_country ~ '^[A-Z]{2}$'),
        city jsonb not null,
        time_zone text not null,
        starts_at timestamptz(3),
        ends_at timestamptz(3),
        registration_opens_at timestamptz(3),
        registration_closes_at timestamptz(3),
        status text not null,
        is_demo boolean not null default false,
        version integer not null default 1,
        check (starts_at <= ends_at),
        check (registration_opens_at <= registration_closes_at),
        check (registration_closes_at <= ends_at)
      )`);
    this.addSql(`
      create table availability (
        id text primary key,
        capacity integer not null check (capacity >= 0),
        waitlist_limit integer not null check (waitlist_limit >= 0),
        claimed integer not null default 0 check (claimed >= 0),
        offered integer not null default 0 check (offered >= 0),
        waiting integer not null default 0 check (waiting between 0 and waitlist_limit),
        free integer not null generated always as (capacity - claimed - offered) stored,
        constraint availability_never_oversold check (claimed + offered <= capacity)
      )`);
    this.addSql(`
      create table session (
        id text primary key,
        edition_id text not null references edition,
        title jsonb not null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        room text not null,
        floor_languages text[] not null,
        interpretation_languages text[] not null,
        check (starts_at < ends_at)
      )`);
    this.addSql('create index session_programme on session (edition_id, starts_at, id)');
    this.addSql(`
      create table registration (
        id text primary key,
        edition_id text not null references edition,
        person_id text not null,
        category text not null,
        status text not null,
        affiliation text,
        dietary_needs text,
        accessibility_needs text,
        interpretation_language text,
        registered_at timestamptz(3) not null,
        version integer not null default 1
      )`);
    this.addSql(`
      create unique index registration_one_active on registration (edition_id, person_id)
      where status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED')`);
    this.addSql(`
      create index registration_queue on registration (edition_id, registered_at, id) where status = 'WAITLISTED'`);
    this.addSql('create index registration_of_person on registration (person_id, registered_at desc, id desc)');
    this.addSql(`
      create table consent (
        registration_id text not null references registration on delete cascade,
        purpose text not null,
        version text not null,
        given_at timestamptz(3) not null,
        primary key (registration_id, purpose)
      )`);
    this.addSql(`
      create function count_seats() returns trigger language plpgsql set search_path from current as $$
      declare
        before registration := case when tg_op = 'INSERT' then null else old end;
        after registration := case when tg_op = 'DELETE' then null else new end;
      begin
        update availability set
          claimed = claimed
            + (after.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') and after.id is not null)::int
            - (before.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') and before.id is not null)::int,
          offered = offered
            + (after.status = 'OFFERED' and after.id is not null)::int
            - (before.status = 'OFFERED' and before.id is not null)::int,
          waiting = waiting
            + (after.status = 'WAITLISTED' and after.id is not null)::int
            - (before.status = 'WAITLISTED' and before.id is not null)::int
        where id = coalesce(after.edition_id, before.edition_id);
        return null;
      end $$`);
    this.addSql(`
      create trigger registration_counts_seats after insert or delete or update of status on registration
      for each row execute function count_seats()`);
  }
}
