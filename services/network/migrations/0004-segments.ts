import { Migration } from '@mikro-orm/migrations';

/** What groups of volunteers by age mean, from day to day, and where the international year's facts come from. */
export class Segments extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql(`
      create table segment_definition (
        id text primary key,
        segment text not null check (segment in ('YOUTH', 'SILVER')),
        minimum_age integer not null check (minimum_age >= 0),
        maximum_age integer check (maximum_age >= minimum_age),
        since date,
        until date check (until >= since),
        description jsonb not null,
        source_title text check (source_title ~ '[^[:space:]]'),
        source_url text,
        source_published_on date,
        check (source_title is not null or num_nonnulls(source_url, source_published_on) = 0),
        constraint segment_definition_one_a_day
          exclude using gist (segment with =, daterange(since, until, '[]') with &&)
      )`);
    this.addSql(`
      alter table international_year
        add source_title text,
        add source_url text,
        add source_published_on date`);
  }
}
