import { Migration } from '@mikro-orm/migrations';

export class CountriesAndDelegations extends Migration {
  override up(): void {
    this.addSql(`create table country (code text primary key check (code ~ '^[A-Z]{2}$'))`);
    this.addSql(`
      create table cis_membership (
        id text primary key,
        country_code text not null references country,
        status text not null,
        since date,
        until date,
        note text,
        check (since <= until)
      )`);
    this.addSql('create index cis_membership_of_country on cis_membership (country_code)');
    this.addSql(`
      create table delegation (
        id text primary key,
        edition_id text not null,
        country_code text not null references country,
        party_type text not null,
        status text not null,
        version integer not null default 1
      )`);
    this.addSql('create unique index delegation_one_a_party on delegation (edition_id, country_code, party_type)');
    this.addSql('create index delegation_of_edition on delegation (edition_id, country_code, id)');
    this.addSql('create index delegation_of_country on delegation (country_code, id)');
    this.addSql(`
      create table quota (
        delegation_id text not null references delegation,
        category text not null,
        allocated integer not null check (allocated >= 0),
        used integer not null default 0 check (used >= 0),
        constraint quota_never_exceeded check (used <= allocated),
        primary key (delegation_id, category)
      )`);
    this.addSql(`
      create table nomination (
        id text primary key,
        delegation_id text not null references delegation,
        person_id text not null,
        category text not null,
        role text not null,
        status text not null,
        version integer not null default 1,
        foreign key (delegation_id, category) references quota
      )`);
    this.addSql(`
      create unique index nomination_one_head on nomination (delegation_id)
      where role = 'HEAD' and status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`);
    this.addSql('create index nomination_of_person on nomination (person_id, id)');
    this.addSql(`
      create function uses_quota(status text) returns boolean language sql immutable
      return status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`);
    this.addSql(`
      create function count_quota() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_op <> 'INSERT' and uses_quota(old.status) then
          update quota set used = used - 1 where delegation_id = old.delegation_id and category = old.category;
        end if;
        if tg_op <> 'DELETE' and uses_quota(new.status) then
          update quota set used = used + 1 where delegation_id = new.delegation_id and category = new.category;
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger nomination_counts_quota
      after insert or delete or update of status, category, delegation_id on nomination
      for each row execute function count_quota()`);
  }
}
