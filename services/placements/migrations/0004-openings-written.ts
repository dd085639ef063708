import { Migration } from '@mikro-orm/migrations';

/** What an opening promises and asks for, as columns; a change of one of them makes new terms once somebody applied. */
const TERMS = ['starts_on', 'ends_on', 'city', 'requirements', 'entitlements', 'clearances'] as const;

function terms(prefix: string): string {
  return TERMS.map((column) => `${prefix}.${column}`).join(', ');
}

/** Openings are written, reviewed and published; their terms are numbered and kept; accreditation of hosts runs out. */
export class OpeningsWritten extends Migration {
  override up(): void {
    this.addSql(`
      alter table host_organisation
        add check (accreditation_status in (
          'PROSPECT', 'UNDER_REVIEW', 'ACCREDITED', 'SUSPENDED', 'EXPIRED', 'WITHDRAWN')),
        add check (accredited_from <= accreditation_valid_until)`);
    this.addSql('create index host_organisation_by_name on host_organisation (name, id)');
    this.addSql(`
      create index host_organisation_running_out on host_organisation (accreditation_valid_until, id)
      where accreditation_status = 'ACCREDITED'`);
    this.addSql(`
      alter table opening
        add tasks jsonb not null default '{}',
        add return_reason text,
        add terms_changed_at timestamptz(3),
        add check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'CLOSED_FOR_APPLICATIONS', 'SELECTION', 'FILLED',
          'PARTLY_FILLED', 'UNFILLED', 'CANCELLED')),
        add check (return_reason is null or status = 'DRAFT')`);
    this.addSql(`create index opening_closing on opening (application_deadline, id) where status = 'PUBLISHED'`);
    this.#history();
  }

  #history(): void {
    this.addSql(`
      create table opening_terms (
        opening_id text not null references opening on delete cascade,
        number integer not null check (number >= 1),
        starts_on date not null,
        ends_on date not null,
        city text not null,
        requirements jsonb not null,
        entitlements jsonb not null,
        clearances jsonb not null,
        changed text[] not null default '{}',
        changed_at timestamptz(3),
        primary key (opening_id, number),
        check (number = 1 or changed_at is not null)
      )`);
    this.addSql(`
      create function number_terms() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_op = 'UPDATE' then
          if new.terms_version < old.terms_version then
            raise exception 'the terms of an opening are numbered upwards';
          end if;
          if new.terms_version = old.terms_version and (${terms('new')}) is distinct from (${terms('old')})
            and exists (select from application where opening_id = new.id) then
            new.terms_version := old.terms_version + 1;
          end if;
          if new.terms_version > old.terms_version
            and new.terms_changed_at is not distinct from old.terms_changed_at then
            new.terms_changed_at := now();
          end if;
        elsif new.terms_version > 1 and new.terms_changed_at is null then
          new.terms_changed_at := now();
        end if;
        if new.terms_version = 1 then
          new.terms_changed_at := null;
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger opening_numbers_terms before insert or update of ${TERMS.join(', ')}, terms_version on opening
      for each row execute function number_terms()`);
    this.addSql(`
      create function keep_terms() returns trigger language plpgsql set search_path from current as $$
      declare
        other text[] := '{}';
      begin
        if tg_op = 'UPDATE' then
          select coalesce(array_agg(field order by place), '{}') into other
          from unnest(
            array['startsOn', 'endsOn', 'city', 'requirements', 'entitlements', 'clearances'],
            array[${TERMS.map((column) => `new.${column} is distinct from old.${column}`).join(', ')}]
          ) with ordinality as one (field, differs, place)
          where differs;
        end if;
        insert into opening_terms (opening_id, number, ${TERMS.join(', ')}, changed, changed_at)
        values (new.id, new.terms_version, ${terms('new')}, other, new.terms_changed_at)
        on conflict (opening_id, number) do update
          set ${TERMS.map((column) => `${column} = excluded.${column}`).join(', ')};
        return null;
      end $$`);
    this.addSql(`
      create trigger opening_keeps_terms after insert or update of ${TERMS.join(', ')}, terms_version on opening
      for each row execute function keep_terms()`);
    this.addSql(`
      insert into opening_terms (opening_id, number, ${TERMS.join(', ')}, changed_at)
      select id, terms_version, ${TERMS.join(', ')}, case when terms_version > 1 then now() end from opening`);
  }
}
