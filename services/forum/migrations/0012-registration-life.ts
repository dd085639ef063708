import { Migration } from '@mikro-orm/migrations';
import { keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

/** Extended deadlines, what confirmed participants tell of their journey, and what was decided about duplicates. */
export class RegistrationLife extends Migration {
  override up(): void {
    this.addSql(`
      create table deadline_extension (
        edition_id text not null references edition,
        person_id text not null,
        until timestamptz(3) not null,
        primary key (edition_id, person_id)
      )`);
    this.addSql(keepErasedOut('deadline_extension', 'person_id'));
    this.addSql(`
      create table travel_details (
        registration_id text primary key references registration on delete cascade,
        arrives_at timestamptz(3),
        arrival_transport text,
        departs_at timestamptz(3),
        departure_transport text,
        hotel text,
        needs_visa boolean,
        visa_office text,
        emergency_contact text,
        told_at timestamptz(3) not null,
        version integer not null default 1,
        check (arrives_at <= departs_at)
      )`);
    this.addSql(`
      create table duplicate_decision (
        first_id text not null references registration on delete cascade,
        second_id text not null references registration on delete cascade,
        are_duplicates boolean not null,
        decided_at timestamptz(3) not null,
        primary key (first_id, second_id),
        check (first_id < second_id)
      )`);
    this.addSql(`
      create index registration_born on registration (edition_id, birth_date, id)
      where birth_date is not null and folded_name is not null
        and status not in ('REJECTED', 'CANCELLED', 'WITHDRAWN', 'OFFER_EXPIRED', 'OFFER_DECLINED')`);
  }
}
