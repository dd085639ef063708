import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Projects, small grants for them, who takes part, the hours they give, and who shows them in public. */
export class Projects extends Migration {
  override up(): void {
    this.addSql(`
      create table project (
        id text primary key,
        organisation_id text not null references organisation,
        title jsonb not null,
        description jsonb not null,
        region_code text not null references region,
        sector text not null,
        starts_on date not null,
        ends_on date not null,
        status text not null
          check (status in ('SUBMITTED', 'APPROVED', 'REJECTED', 'RUNNING', 'CLOSED', 'CANCELLED')),
        submitted_at timestamptz(3) not null,
        published_at timestamptz(3),
        moved_at timestamptz(3) not null,
        decision_reason text,
        is_demo boolean not null default false,
        version integer not null default 1,
        check (starts_on <= ends_on),
        check (published_at is not null or status in ('SUBMITTED', 'REJECTED', 'CANCELLED'))
      )`);
    this.addSql('create index project_list on project (starts_on, id)');
    this.addSql('create index project_of_organisation on project (organisation_id, starts_on, id)');
    this.addSql(`
      create table small_grant (
        id text primary key,
        project_id text not null references project,
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        asked_amount bigint not null check (asked_amount between 1 and 9007199254740991),
        granted_amount bigint check (granted_amount between 1 and asked_amount),
        purpose jsonb not null,
        status text not null
          check (status in ('SUBMITTED', 'APPROVED', 'REJECTED', 'REPORTED', 'RETURNED', 'ACCEPTED')),
        report text,
        result jsonb,
        submitted_at timestamptz(3) not null,
        decision_reason text,
        is_demo boolean not null default false,
        version integer not null default 1,
        check ((granted_amount is null) = (status in ('SUBMITTED', 'REJECTED'))),
        check (num_nonnulls(report, result) = 2 or status in ('SUBMITTED', 'APPROVED', 'REJECTED'))
      )`);
    this.addSql('create index small_grant_of_project on small_grant (project_id, submitted_at, id)');
    this.addSql('create index small_grant_list on small_grant (submitted_at, id)');
    this.addSql(`
      create table participation (
        id text primary key,
        project_id text not null references project,
        person_id text not null,
        joined_at timestamptz(3) not null,
        left_at timestamptz(3) check (left_at >= joined_at)
      )`);
    this.addSql(`
      create unique index participation_once on participation (project_id, person_id) where left_at is null`);
    this.addSql('create index participation_of_person on participation (person_id, joined_at, id)');
    this.addSql('create index participation_of_project on participation (project_id, joined_at, id)');
    this.addSql(keepErasedOut('participation', 'person_id'));
    this.addSql(`
      create table volunteer_hours (
        id text primary key,
        project_id text not null references project,
        person_id text not null,
        done_on date not null,
        minutes integer not null check (minutes between 1 and 1440),
        status text not null check (status in ('RECORDED', 'VERIFIED', 'REJECTED', 'WITHDRAWN')),
        recorded_at timestamptz(3) not null,
        decided_at timestamptz(3),
        decided_by_id text,
        decision_reason text,
        is_demo boolean not null default false,
        version integer not null default 1,
        constraint volunteer_hours_four_eyes check (decided_by_id <> person_id),
        check (status not in ('VERIFIED', 'REJECTED') or num_nonnulls(decided_at, decided_by_id) = 2)
      )`);
    this.addSql('create index volunteer_hours_of_project on volunteer_hours (project_id, done_on, id)');
    this.addSql('create index volunteer_hours_of_person on volunteer_hours (person_id, done_on, id)');
    this.addSql(keepErasedOut('volunteer_hours', 'person_id'));
    this.addSql(`
      create table volunteer_day (
        person_id text not null,
        done_on date not null,
        minutes integer not null default 0,
        primary key (person_id, done_on),
        constraint volunteer_day_has_24_hours check (minutes between 0 and 1440)
      )`);
    // What is recorded or verified fills the day; what is rejected or withdrawn frees it again.
    this.addSql(`
      create function fill_day() returns trigger language plpgsql as $$
      declare
        before integer := 0;
        after integer := 0;
      begin
        if tg_op <> 'INSERT' and old.status in ('RECORDED', 'VERIFIED') then before := old.minutes; end if;
        if tg_op <> 'DELETE' and new.status in ('RECORDED', 'VERIFIED') then after := new.minutes; end if;
        if after > before then
          insert into volunteer_day (person_id, done_on, minutes) values (new.person_id, new.done_on, after - before)
          on conflict (person_id, done_on) do update set minutes = volunteer_day.minutes + excluded.minutes;
        elsif after < before then
          update volunteer_day set minutes = minutes - (before - after)
          where person_id = old.person_id and done_on = old.done_on;
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger volunteer_hours_fill_a_day
      after insert or delete or update of status, minutes on volunteer_hours
      for each row execute function fill_day()`);
    this.addSql(`
      create table volunteer_record_page (
        person_id text primary key,
        slug text not null unique,
        consent_version text not null,
        published_at timestamptz(3) not null
      )`);
    this.addSql(keepErasedOut('volunteer_record_page', 'person_id'));
  }
}
