import { Migration } from '@mikro-orm/migrations';

/** Dates of an edition, each followed by those it may not come after. */
const ORDER = [
  ['registration_opens_at', 'starts_at', 'ends_at'],
  ['registration_closes_at', 'starts_at'],
  ['modification_closes_at', 'starts_at'],
  ['nomination_closes_at', 'confirmation_closes_at', 'substitution_closes_at', 'credentials_close_at', 'starts_at'],
  ['confirmation_closes_at', 'credentials_close_at', 'starts_at'],
  ['substitution_closes_at', 'starts_at'],
  ['credentials_close_at', 'starts_at'],
];

/**
 * An edition has deadlines of its own, and remembers whether the public ever saw it and when it was over.
 *
 * Seats are counted once for each statement that moves registrations, so that an edition with tens of thousands of them
 * ends in one go.
 */
export class EditionCalendar extends Migration {
  override up(): void {
    this.addSql(`
      alter table edition
        add modification_closes_at timestamptz(3),
        add nomination_closes_at timestamptz(3),
        add confirmation_closes_at timestamptz(3),
        add substitution_closes_at timestamptz(3),
        add credentials_close_at timestamptz(3),
        add was_announced boolean not null default true,
        add ended_at timestamptz(3),
        add archived_at timestamptz(3),
        add constraint edition_calendar_in_order check (
          ${ORDER.flatMap(([first, ...later]) => later.map((one) => `${first} <= ${one}`)).join(' and ')}
        )`);
    this.addSql(`
      create function count_moved_seats() returns trigger language plpgsql set search_path from current as $$
      begin
        update availability set
          claimed = availability.claimed + moved.claimed,
          offered = availability.offered + moved.offered,
          waiting = availability.waiting + moved.waiting
        from (
          select edition_id,
            coalesce(sum(turn) filter (where status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
              or holds_seat and status = 'PENDING_REVIEW'), 0) as claimed,
            coalesce(sum(turn) filter (where status = 'OFFERED'), 0) as offered,
            coalesce(sum(turn) filter (where status = 'WAITLISTED'), 0) as waiting
          from (
            select edition_id, status, holds_seat, 1 as turn from after_move
            union all
            select edition_id, status, holds_seat, -1 from before_move
          ) as turns
          group by edition_id
        ) as moved
        where availability.id = moved.edition_id and (moved.claimed <> 0 or moved.offered <> 0 or moved.waiting <> 0);
        return null;
      end $$`);
    this.addSql('drop trigger registration_counts_seats on registration');
    this.addSql(`
      create trigger registration_counts_seats after insert or delete on registration
      for each row execute function count_seats()`);
    this.addSql(`
      create trigger registration_counts_moved_seats after update on registration
      referencing old table as before_move new table as after_move
      for each statement execute function count_moved_seats()`);
  }
}
