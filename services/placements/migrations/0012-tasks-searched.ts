import { Migration } from '@mikro-orm/migrations';

const WRITTEN = 'title jsonb, description jsonb, tasks jsonb, city text';
const GIVEN = 'title, description, tasks, city';
const PURE = 'language sql immutable strict parallel safe';

/** Openings are searched by what volunteers do there, too. */
export class TasksSearched extends Migration {
  override up(): void {
    this.addSql('alter table opening drop search_text, drop search_words');
    this.addSql('drop function opening_words(jsonb, jsonb, text)');
    this.addSql('drop function opening_text(jsonb, jsonb, text)');
    this.addSql(`
      create function opening_text(${WRITTEN}) returns text ${PURE}
      return plain_letters(city || ' ' ||
        coalesce((select string_agg(value, ' ' order by key) from jsonb_each_text(title)), '') || ' ' ||
        coalesce((select string_agg(value, ' ' order by key) from jsonb_each_text(description)), '') || ' ' ||
        coalesce((select string_agg(value, ' ' order by key) from jsonb_each_text(tasks)), ''))`);
    this.addSql(`
      create function opening_text(${WRITTEN}, language text) returns text ${PURE}
      return coalesce(title ->> language, '') || ' ' || coalesce(description ->> language, '') || ' ' ||
        coalesce(tasks ->> language, '') || ' ' || city`);
    this.addSql(`
      create function opening_words(${WRITTEN}) returns tsvector ${PURE}
      return to_tsvector('russian', opening_text(${GIVEN}, 'ru'))
        || to_tsvector('english', opening_text(${GIVEN}, 'en'))
        || to_tsvector('simple', opening_text(${GIVEN}))`);
    this.addSql(`
      alter table opening
        add search_text text not null generated always as (opening_text(${GIVEN})) stored,
        add search_words tsvector not null generated always as (opening_words(${GIVEN})) stored`);
    this.addSql(`
      do $$
      declare home text;
      begin
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'pg_trgm';
        execute format('create index opening_search_text on opening using gin (search_text %I.gin_trgm_ops)', home);
      end $$`);
    this.addSql('create index opening_search_words on opening using gin (search_words)');
  }
}
