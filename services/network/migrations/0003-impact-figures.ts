import { Migration } from '@mikro-orm/migrations';

/**
 * Figures of the network's impact, each with where it comes from.
 *
 * A figure is never changed: a correction is a row of its own in the same line, with the next version.
 */
export class ImpactFigures extends Migration {
  override up(): void {
    this.addSql(`
      create table impact_figure_definition (
        key text primary key check (key ~ '^[A-Z][A-Z0-9_]{1,59}$'),
        label jsonb not null,
        unit text not null,
        position integer not null unique generated always as identity
      )`);
    this.addSql(`
      create table impact_figure (
        id text primary key,
        line_id text not null,
        version integer not null check (version >= 1),
        previous_version integer generated always as (nullif(version - 1, 0)) stored,
        definition_key text not null references impact_figure_definition,
        year integer not null,
        value bigint not null check (value between 0 and 9007199254740991),
        qualifier text not null check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN')),
        period_from date not null,
        period_until date not null,
        as_of date not null,
        origin text not null check (origin in ('REPORTED', 'COUNTED')),
        source_title text not null check (source_title ~ '[^[:space:]]'),
        source_url text,
        source_published_on date,
        note jsonb not null default '{}',
        recorded_at timestamptz(3) not null,
        constraint impact_figure_line unique (line_id, version),
        unique (line_id, definition_key, year, version),
        constraint impact_figure_line_has_no_gap
          foreign key (line_id, definition_key, year, previous_version)
          references impact_figure (line_id, definition_key, year, version),
        check ((version = 1) = (id = line_id)),
        check (period_from <= period_until),
        check (year between extract(year from period_from) and extract(year from period_until)),
        check (period_until <= as_of),
        check (as_of <= source_published_on)
      )`);
    this.addSql(`
      create unique index impact_figure_once_a_source on impact_figure
        (definition_key, year, period_from, period_until, origin, source_title, source_url, source_published_on)
      nulls not distinct where version = 1`);
    this.addSql('create index impact_figure_of_year on impact_figure (year, definition_key)');
    this.addSql(`
      create function keep_figures() returns trigger language plpgsql as $$
      begin
        raise exception 'a published figure stays as it is' using errcode = 'integrity_constraint_violation';
      end $$`);
    this.addSql(`
      create trigger impact_figure_stays before update or delete on impact_figure
      for each row execute function keep_figures()`);
  }
}
