import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** What volunteers and hosts report of service abroad, when it is due, and who was reminded. */
export class Reports extends Migration {
  override up(): void {
    this.addSql(`
      create table duty_report (
        id text primary key,
        deployment_id text not null references deployment,
        person_id text not null,
        kind text not null check (kind in ('ARRIVAL', 'PERIODIC', 'FINAL', 'HOST_EVALUATION', 'INCIDENT')),
        period integer not null check (period > 0),
        covers_from date not null,
        covers_until date not null,
        opens_on date not null,
        due_on date check ((due_on is null) = (kind = 'INCIDENT')),
        time_zone text not null,
        state text not null check (state in ('DUE', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
        severity text check ((severity is null) = (kind <> 'INCIDENT')),
        text text,
        hours_served integer check (hours_served >= 0),
        submitted_at timestamptz(3),
        submitted_by_id text,
        note text,
        accepted_at timestamptz(3),
        accepted_by_id text,
        version integer not null default 1,
        unique (deployment_id, kind, period),
        check (covers_until >= covers_from),
        check (state not in ('SUBMITTED', 'RETURNED', 'ACCEPTED') or num_nulls(submitted_at, submitted_by_id) = 0),
        check (state <> 'DUE' or num_nonnulls(text, submitted_at) = 0),
        check ((state = 'ACCEPTED') = (num_nulls(accepted_at, accepted_by_id) = 0))
      )`);
    this.addSql(`
      create index duty_report_open on duty_report (due_on, id) where state in ('DUE', 'DRAFT', 'RETURNED')`);
    this.addSql(`create index duty_report_at_desk on duty_report (due_on, id) where kind <> 'INCIDENT'`);
    this.addSql(`create index duty_report_incidents on duty_report (submitted_at, id) where kind = 'INCIDENT'`);
    this.addSql('create index duty_report_of_person on duty_report (person_id, id)');
    this.addSql(keepErasedOut('duty_report', 'person_id'));
    this.addSql(keepErasedEmpty('duty_report', 'person_id', ['text', 'note']));
    this.addSql(`
      create function keep_accepted_report() returns trigger language plpgsql as $$
      begin
        raise exception 'an accepted report does not change' using errcode = 'integrity_constraint_violation';
      end $$`);
    // Erasure empties the text, and nothing else changes what it says.
    this.addSql(`
      create trigger duty_report_stays_accepted before update on duty_report
      for each row when (
        old.state = 'ACCEPTED' and (
          new.state <> 'ACCEPTED' or new.hours_served is distinct from old.hours_served
          or (new.text is not null and new.text is distinct from old.text)
        )
      ) execute function keep_accepted_report()`);
    this.addSql(`
      create table duty_report_amendment (
        id text primary key,
        duty_report_id text not null references duty_report,
        person_id text not null,
        text text,
        made_at timestamptz(3) not null,
        made_by_id text not null
      )`);
    this.addSql('create index duty_report_amendments on duty_report_amendment (duty_report_id, made_at, id)');
    this.addSql('create index duty_report_amendment_by on duty_report_amendment (made_by_id, made_at, id)');
    this.addSql('create index duty_report_amendment_about on duty_report_amendment (person_id, made_at, id)');
    this.addSql(keepErasedOut('duty_report_amendment', 'person_id'));
    this.addSql(`
      create table duty_report_reminder (
        duty_report_id text not null references duty_report on delete cascade,
        due_on date not null,
        days_before integer not null,
        sent_at timestamptz(3) not null,
        primary key (duty_report_id, due_on, days_before)
      )`);
  }
}
