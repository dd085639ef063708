import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Applications that may still lead to a placement, word for word as `ACTIVE` in the rules of applications. */
const ACTIVE = `status not in (
  'INELIGIBLE', 'NOT_SELECTED', 'DECLINED', 'OFFER_EXPIRED', 'WITHDRAWN', 'CLEARANCE_FAILED', 'RESCINDED')`;

/** Deployments that take up a position: what ended early gives it back. */
const FILLS = `('PREPARING', 'READY', 'TRAVELLING', 'SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING', 'EVACUATED', 'COMPLETED')`;

/** From an opening to a deployment: terms, applications, offers, and the positions and money that they take up. */
export class Placements extends Migration {
  override up(): void {
    this.#terms();
    this.#applications();
    this.#deployments();
    this.#tally();
  }

  #terms(): void {
    this.addSql(`
      alter table programme
        add status text not null default 'OPEN' check (status in (
          'DRAFT', 'FUNDED', 'OPEN', 'SUSPENDED', 'CLOSED', 'COMPLETED')),
        add currency text check (currency ~ '^[A-Z]{3}$'),
        add budget_minor bigint check (budget_minor >= 0),
        add committed_minor bigint not null default 0 check (committed_minor >= 0),
        add version integer not null default 1,
        add check ((currency is null) = (budget_minor is null)),
        add constraint programme_within_budget check (committed_minor <= budget_minor)`);
    this.addSql(`
      alter table host_organisation
        add time_zone text not null default 'UTC',
        add accredited_from date,
        add version integer not null default 1`);
    this.addSql(`
      alter table opening
        add description jsonb not null default '{}',
        add time_zone text not null default 'UTC',
        add requirements jsonb not null default
          '{"citizenships": [], "minimumAge": null, "maximumAge": null, "education": null, "languages": [], "skills": []}',
        add entitlements jsonb not null default '[]',
        add clearances jsonb not null default '[]',
        add terms_version integer not null default 1 check (terms_version >= 1),
        add published_at timestamptz(3),
        add closed_at timestamptz(3)`);
    this.addSql(`create index opening_of_host on opening (host_organisation_id, application_deadline, id)`);
    this.addSql(`
      create table opening_positions (
        opening_id text primary key references opening on delete cascade,
        total integer not null check (total > 0),
        offered integer not null default 0 check (offered >= 0),
        filled integer not null default 0 check (filled >= 0),
        free integer not null generated always as (total - offered - filled) stored,
        constraint opening_positions_never_exceeded check (offered + filled <= total)
      )`);
  }

  #applications(): void {
    this.addSql(`
      create table application (
        id text primary key,
        opening_id text not null references opening,
        person_id text not null,
        status text not null,
        terms_version integer not null,
        rules_version text not null,
        eligibility jsonb not null,
        motivation text,
        available_from date,
        birth_date date,
        citizenship text check (citizenship ~ '^[A-Z]{2}$'),
        education text,
        languages jsonb,
        skills text[],
        rank integer check (rank > 0),
        outcome text,
        sent_to_host_at timestamptz(3),
        submitted_at timestamptz(3) not null,
        version integer not null default 1
      )`);
    this.addSql(keepErasedOut('application', 'person_id'));
    const emptied = ['motivation', 'available_from', 'birth_date', 'citizenship', 'education', 'languages', 'skills'];
    this.addSql(keepErasedEmpty('application', 'person_id', emptied));
    this.addSql(`create unique index application_one_active on application (opening_id, person_id) where ${ACTIVE}`);
    this.addSql('create index application_of_person on application (person_id, submitted_at desc, id desc)');
    this.addSql('create index application_of_opening on application (opening_id, submitted_at, id)');
    this.addSql(`create index application_reserve on application (opening_id, rank, id) where status = 'RESERVE'`);
    this.addSql(`
      create table clearance (
        application_id text not null references application,
        kind text not null,
        status text not null check (status in ('REQUESTED', 'PASSED', 'FAILED', 'WAIVED')),
        valid_until date,
        issuer text,
        reason text,
        requested_at timestamptz(3),
        recorded_at timestamptz(3),
        recorded_by_id text,
        primary key (application_id, kind),
        check (kind <> 'MEDICAL' or reason is null),
        check (status = 'REQUESTED' or recorded_at is not null)
      )`);
    this.addSql(`
      create table offer (
        id text primary key,
        application_id text not null references application,
        opening_id text not null references opening,
        status text not null check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RESCINDED')),
        committed_minor bigint not null default 0 check (committed_minor >= 0),
        offered_at timestamptz(3) not null,
        offered_by_id text,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        check ((status = 'OPEN') = (ended_at is null)),
        check (expires_at > offered_at)
      )`);
    this.addSql(`create unique index offer_one_open on offer (application_id) where status = 'OPEN'`);
    this.addSql('create index offer_of_application on offer (application_id, offered_at, id)');
    this.addSql(`create index offer_running_out on offer (expires_at, id) where status = 'OPEN'`);
  }

  #deployments(): void {
    this.addSql(`
      create table deployment (
        id text primary key,
        application_id text unique references application,
        opening_id text not null references opening,
        programme_id text not null references programme,
        host_organisation_id text not null references host_organisation,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        person_id text not null,
        status text not null,
        starts_on date not null,
        ends_on date not null,
        entered_on date,
        ended_on date,
        committed_minor bigint not null default 0 check (committed_minor >= 0),
        is_demo boolean not null default false,
        made_at timestamptz(3) not null,
        version integer not null default 1,
        check (ends_on >= starts_on),
        check (status not in ('SERVING', 'ON_LEAVE', 'SUSPENDED', 'ENDING', 'COMPLETED') or entered_on is not null)
      )`);
    this.addSql(keepErasedOut('deployment', 'person_id'));
    // It comes into the schema of the service, unless the database has it already, in whatever schema.
    this.addSql(`
      do $$
      declare home text;
      begin
        create extension if not exists btree_gist;
        select nspname into home from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
          where extname = 'btree_gist';
        execute format(
          'alter table deployment add constraint deployment_no_overlap
             exclude using gist (person_id %I.gist_text_ops with =,
               daterange(starts_on, greatest(starts_on, coalesce(ended_on, ends_on)), ''[]'') with &&)
             where (status <> ''CANCELLED_BEFORE_DEPARTURE'' and coalesce(ended_on >= starts_on, true))', home);
      end $$`);
    this.addSql('create index deployment_of_person on deployment (person_id, starts_on desc, id desc)');
    this.addSql('create index deployment_of_opening on deployment (opening_id, starts_on, id)');
    this.addSql('create index deployment_of_host on deployment (host_organisation_id, starts_on, id)');
    this.addSql('create index deployment_in_country on deployment (country_code, starts_on, id)');
    this.addSql('create index deployment_of_programme on deployment (programme_id, starts_on, id)');
  }

  #tally(): void {
    this.addSql(`
      create function tally_opening() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into opening_positions (opening_id, total) values (new.id, new.positions)
          on conflict (opening_id) do update set total = excluded.total;
        return null;
      end $$`);
    this.addSql(`
      create trigger opening_has_positions after insert or update of positions on opening
      for each row execute function tally_opening()`);
    this.addSql('insert into opening_positions (opening_id, total) select id, positions from opening');
    this.addSql(`
      create function tally_offer() returns trigger language plpgsql set search_path from current as $$
      declare
        was integer := case when tg_op <> 'INSERT' then (old.status = 'OPEN')::int else 0 end;
        is_now integer := case when tg_op <> 'DELETE' then (new.status = 'OPEN')::int else 0 end;
        whose text := case when tg_op = 'DELETE' then old.opening_id else new.opening_id end;
        money bigint := case when tg_op <> 'DELETE' then is_now * new.committed_minor else 0 end
          - case when tg_op <> 'INSERT' then was * old.committed_minor else 0 end;
      begin
        if was <> is_now then
          update opening_positions set offered = offered + is_now - was where opening_id = whose;
        end if;
        if money <> 0 then
          update programme set committed_minor = committed_minor + money
          where id = (select programme_id from opening where id = whose);
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger offer_takes_position after insert or delete or update of status, committed_minor on offer
      for each row execute function tally_offer()`);
    this.addSql(`
      create function tally_deployment() returns trigger language plpgsql set search_path from current as $$
      declare
        was integer := case when tg_op <> 'INSERT' then (old.status in ${FILLS})::int else 0 end;
        is_now integer := case when tg_op <> 'DELETE' then (new.status in ${FILLS})::int else 0 end;
        whose deployment := case when tg_op = 'DELETE' then old else new end;
        money bigint := case when tg_op <> 'DELETE' then new.committed_minor else 0 end
          - case when tg_op <> 'INSERT' then old.committed_minor else 0 end;
      begin
        if was <> is_now then
          update opening_positions set filled = filled + is_now - was where opening_id = whose.opening_id;
        end if;
        if money <> 0 then
          update programme set committed_minor = committed_minor + money where id = whose.programme_id;
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger deployment_takes_position after insert or delete or update of status, committed_minor on deployment
      for each row execute function tally_deployment()`);
  }
}
