import { Migration } from '@mikro-orm/migrations';

/** Letters of the Commonwealth's and the hosts' alphabets, and the plain ones that are searched by in their place. */
const LETTERS = 'аәбвгғдеёжзиійкқлмнңоөпрстуұүфхһцчшщыэюяüöışçğéáíóúâîûñ';
const PLAIN = 'aabvggdeejziiikklmnnooprstuuufhhcqwwyeuauoiscgeaiouaiun';
/** Signs that are left out. */
const SILENT = 'ьъЬЪ';

/** A part of a word is looked for, and slips are forgiven, in words of so many letters or more. */
const PART_LETTERS = 3;
const ROUGH_LETTERS = 5;

/** Openings are searched and filtered, and applicants confirm terms that have changed. */
export class Applications extends Migration {
  override up(): void {
    this.#words();
    this.#search();
    this.#filters();
    this.#confirmations();
  }

  #words(): void {
    this.addSql(`
      create function plain_letters(written text) returns text language sql immutable strict parallel safe
      return lower(translate(written, '${LETTERS}${LETTERS.toUpperCase()}${SILENT}', '${PLAIN}${PLAIN}'))`);
    this.addSql(`
      create function opening_text(title jsonb, description jsonb, city text) returns text
      language sql immutable strict parallel safe
      return plain_letters(city || ' ' ||
        coalesce((select string_agg(value, ' ' order by key) from jsonb_each_text(title)), '') || ' ' ||
        coalesce((select string_agg(value, ' ' order by key) from jsonb_each_text(description)), ''))`);
    this.addSql(`
      create function opening_words(title jsonb, description jsonb, city text) returns tsvector
      language sql immutable strict parallel safe
      return to_tsvector('russian', coalesce(title ->> 'ru', '') || ' ' || coalesce(description ->> 'ru', '') || ' ' || city)
        || to_tsvector('english', coalesce(title ->> 'en', '') || ' ' || coalesce(description ->> 'en', '') || ' ' || city)
        || to_tsvector('simple', opening_text(title, description, city))`);
  }

  #search(): void {
    this.addSql(`
      alter table opening
        add search_text text not null generated always as (opening_text(title, description, city)) stored,
        add search_words tsvector not null generated always as (opening_words(title, description, city)) stored`);
    // It comes into the schema of the service, unless the database has it already, in whatever schema.
    this.addSql(`
      do $$
      declare home text;
      begin
        create extension if not exists pg_trgm;
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'pg_trgm';
        execute format('create index opening_search_text on opening using gin (search_text %I.gin_trgm_ops)', home);
        execute format(
          'create function resembles(written text, word text) returns boolean language sql stable strict parallel safe
           return written operator(%I.%%>) word', home);
      end $$`);
    this.addSql('create index opening_search_words on opening using gin (search_words)');
    this.#queries();
  }

  /** What a text is compared with, by the words of a search. Those that ask too little of an index ask for nothing. */
  #queries(): void {
    const pure = 'language sql immutable strict parallel safe';
    this.addSql(`
      create function opening_query(words text[]) returns tsquery ${pure}
      return plainto_tsquery('russian', array_to_string(words, ' '))
        || plainto_tsquery('english', array_to_string(words, ' '))
        || coalesce((
          select to_tsquery('simple', string_agg(quote_literal(plain_letters(word)) || ':*', ' & '))
          from unnest(words) as word where plain_letters(word) <> ''), ''::tsquery)`);
    this.addSql(`
      create function part_of(word text) returns text ${pure}
      return case when length(plain_letters(word)) >= ${PART_LETTERS} then '%' || plain_letters(word) || '%' end`);
    this.addSql(`
      create function rough(word text) returns text ${pure}
      return case when length(plain_letters(word)) >= ${ROUGH_LETTERS} then plain_letters(word) end`);
    this.addSql(`
      create function contains_all(written text, words text[]) returns boolean ${pure}
      return (select bool_and(strpos(written, plain_letters(word)) > 0) from unnest(words) as word)`);
    this.addSql(`
      create function resembles_all(written text, words text[]) returns boolean language sql stable strict parallel safe
      return (select bool_and(strpos(written, plain_letters(word)) > 0 or coalesce(resembles(written, rough(word)), false))
        from unnest(words) as word)`);
  }

  #filters(): void {
    this.addSql(`
      create function languages_asked(requirements jsonb) returns text[] language sql immutable strict parallel safe
      return coalesce((
        select array_agg(distinct split_part(lower(skill ->> 'language'), '-', 1))
        from jsonb_array_elements(requirements -> 'languages') as skill), '{}')`);
    this.addSql(`
      alter table opening add asked_languages text[] not null
        generated always as (languages_asked(requirements)) stored`);
    // In the order of the list, and with what it is filtered by: no row is read that is not shown.
    this.addSql(`
      create index opening_public_filtered on opening
        (application_deadline, id, country_code, sector, status, starts_on)
      where status not in ('DRAFT', 'IN_REVIEW')`);
    this.addSql('drop index opening_public');
  }

  #confirmations(): void {
    this.addSql('alter table application add confirmation_ends_at timestamptz(3)');
    this.addSql(`
      create index application_to_confirm on application (confirmation_ends_at, id) where confirmation_ends_at is not null`);
  }
}
