import { Migration } from '@mikro-orm/migrations';

/** Seats are kept for what quotas promise to delegations; nobody else is given them. */
export class SeatReserve extends Migration {
  override up(): void {
    this.addSql('alter table edition add sets_quotas_aside boolean not null default true');
    // All seats of a demonstration are there to be tried.
    this.addSql('update edition set sets_quotas_aside = false where is_demo');
    this.addSql(`
      create table seat_reserve (
        delegation_id text primary key,
        edition_id text not null,
        places integer not null check (places >= 0),
        version integer not null
      )`);
    this.addSql('create index seat_reserve_of_edition on seat_reserve (edition_id)');
    this.addSql(`
      create view seat_reserve_left as
      select delegation_id, edition_id, greatest(places - held, 0)::integer as places
      from seat_reserve join edition on edition.id = edition_id and sets_quotas_aside cross join lateral (
        select count(*) as held from registration
        where registration.delegation_id = seat_reserve.delegation_id
          and registration.edition_id = seat_reserve.edition_id
          and (status in ('CONFIRMED', 'OFFERED', 'ATTENDED', 'NO_SHOW') or holds_seat and status = 'PENDING_REVIEW')
      ) as seated`);
    this.addSql(`
      alter table availability
        add set_aside integer not null default 0 check (set_aside >= 0),
        add reserved integer not null generated always as (least(set_aside, capacity - claimed - offered)) stored,
        drop column free,
        add free integer not null generated always as (greatest(capacity - claimed - offered - set_aside, 0)) stored`);
    this.addSql(`
      create function set_seats_aside(edition text) returns void language sql set search_path from current as $$
        update availability
        set set_aside = (select coalesce(sum(places), 0) from seat_reserve_left where edition_id = edition)
        where id = edition
      $$`);
    this.addSql(`
      create function count_reserved_seats() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_table_name = 'seat_reserve' then
          perform set_seats_aside(new.edition_id);
        elsif tg_op <> 'INSERT' and old.delegation_id is not null then
          perform set_seats_aside(old.edition_id);
        elsif tg_op <> 'DELETE' and new.delegation_id is not null then
          perform set_seats_aside(new.edition_id);
        end if;
        return null;
      end $$`);
    this.addSql(`
      create function turn_seats_aside() returns trigger language plpgsql set search_path from current as $$
      begin
        perform set_seats_aside(new.id);
        return null;
      end $$`);
    this.addSql(`
      create trigger edition_sets_seats_aside after update of sets_quotas_aside on edition
      for each row when (old.sets_quotas_aside <> new.sets_quotas_aside) execute function turn_seats_aside()`);
    this.addSql(`
      create trigger seat_reserve_sets_seats_aside after insert or update on seat_reserve
      for each row execute function count_reserved_seats()`);
    this.addSql(`
      create trigger registration_counts_reserved_seats after insert or delete on registration
      for each row execute function count_reserved_seats()`);
    this.addSql(`
      create trigger registration_counts_moved_reserved_seats
      after update of status, holds_seat, delegation_id on registration
      for each row when (old.delegation_id is not null or new.delegation_id is not null)
      execute function count_reserved_seats()`);
    this.addSql(`
      create function set_first_seats_aside() returns trigger language plpgsql set search_path from current as $$
      begin
        new.set_aside := (select coalesce(sum(places), 0) from seat_reserve_left where edition_id = new.id);
        return new;
      end $$`);
    this.addSql(`
      create trigger availability_sets_seats_aside before insert on availability
      for each row execute function set_first_seats_aside()`);
  }
}
