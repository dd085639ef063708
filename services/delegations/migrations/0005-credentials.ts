import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

const WAITING = `'CONFIRMED', 'UNDER_REVIEW', 'PRE_APPROVED', 'ON_HOLD'`;
const ITEMS = `array['ISSUER', 'SIGNATORY', 'AUTHORITY', 'PLACE_AND_DATE', 'NAMES_MATCH', 'DOCUMENT_VALID']`;

/** Credentials of nominees: what is checked, who works on it, and what was decided; and those of delegations as a whole. */
export class Credentials extends Migration {
  override up(): void {
    this.addSql(`
      create table credentials (
        nomination_id text primary key references nomination,
        edition_id text not null,
        delegation_id text not null references delegation,
        person_id text,
        nominated_by_id text,
        corrected_by_id text,
        met text[] not null default '{}' check (met <@ ${ITEMS}),
        note text check (char_length(note) between 1 and 2000),
        waiting_since timestamptz(3),
        owner_id text,
        taken_at timestamptz(3),
        decision text check (decision in ('APPROVE', 'ADMIT_PROVISIONALLY', 'HOLD', 'RETURN', 'REJECT')),
        decided_at timestamptz(3),
        decided_by_id text,
        check ((owner_id is null) or (waiting_since is not null and taken_at is not null)),
        check (num_nonnulls(decision, decided_at, decided_by_id) in (0, 3)),
        constraint credentials_approved_whole check (decision <> 'APPROVE' or met @> ${ITEMS}),
        constraint credentials_four_eyes check (
          decided_by_id <> nominated_by_id is not false
          and decided_by_id <> corrected_by_id is not false
          and decided_by_id <> person_id is not false)
      )`);
    this.addSql(`
      create index credentials_waiting on credentials (edition_id, waiting_since, nomination_id)
      where waiting_since is not null`);
    this.addSql('create index credentials_of_person on credentials (person_id) where person_id is not null');
    this.addSql('create index credentials_of_owner on credentials (owner_id) where owner_id is not null');
    this.addSql(`
      insert into credentials (nomination_id, edition_id, delegation_id, person_id, nominated_by_id, waiting_since)
      select id, edition_id, delegation_id, person_id, nominated_by_id, coalesce(nominated_at, now())
      from nomination
      where status in (${WAITING}) and not exists (select from erased_person where person_id = nomination.person_id)`);
    // Whoever moves a nomination: where nothing is left to decide, nobody waits and nobody works on it.
    this.addSql(`
      create function end_credentials_work() returns trigger language plpgsql set search_path from current as $$
      begin
        update credentials set waiting_since = null, owner_id = null, taken_at = null
        where nomination_id = new.id and waiting_since is not null;
        return null;
      end $$`);
    this.addSql(`
      create trigger nomination_ends_credentials_work after update of status on nomination
      for each row when (new.status not in (${WAITING})) execute function end_credentials_work()`);
    this.addSql(keepErasedOut('credentials', 'person_id'));
    this.addSql(keepErasedEmpty('credentials', 'person_id', ['note']));
    this.addSql(`
      create trigger credentials_owner_not_erased before update of owner_id on credentials
      for each row when (new.owner_id is not null) execute function refuse_erased('owner_id')`);
    this.addSql(`
      create table delegation_credentials (
        delegation_id text primary key references delegation,
        decision text not null check (decision in ('ACCREDIT', 'ADMIT_PROVISIONALLY', 'RETURN', 'REFUSE')),
        note text check (char_length(note) between 1 and 2000),
        decided_at timestamptz(3) not null
      )`);
    // By trigger, and not by check, so that what was confirmed before can still change and end.
    this.addSql(`
      create function refuse_one_pair_of_eyes() returns trigger language plpgsql set search_path from current as $$
      begin
        if new.confirmed_by_id in (new.designated_by_id, new.person_id) then
          raise exception 'focal_point_four_eyes' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger focal_point_four_eyes before insert or update of confirmed_by_id on focal_point
      for each row when (new.confirmed_by_id is not null) execute function refuse_one_pair_of_eyes()`);
  }
}
