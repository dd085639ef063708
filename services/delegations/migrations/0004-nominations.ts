import { Migration } from '@mikro-orm/migrations';
import { keepErasedEmpty, keepErasedOut } from '../../shared/privacy/erased-people.migration.ts';

const ACTIVE = `status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`;

/** Nominations by mail address, their claim of a seat in the forum, substitution, and places that went back unused. */
export class Nominations extends Migration {
  override up(): void {
    this.addSql(`
      alter table nomination
        alter person_id drop not null,
        add edition_id text,
        add address_key text,
        add native_name jsonb,
        add latin_name jsonb,
        add is_alternate boolean not null default false,
        add nominated_by_id text,
        add nominated_at timestamptz(3),
        add replaces_id text references nomination,
        add claims integer not null default 0 check (claims >= 0),
        add registration_id text,
        add claim_refusal text check (claim_refusal in (
          'ALREADY_REGISTERED', 'EDITION_CLOSED', 'EDITION_FULL', 'EDITION_NOT_FOUND', 'PERSON_GONE', 'REGISTRATION_ENDED')),
        add refused_for_id text,
        add check (person_id is not null or address_key is not null)`);
    this.addSql(`
      update nomination set edition_id = delegation.edition_id from delegation where delegation.id = delegation_id`);
    this.addSql('alter table nomination alter edition_id set not null');
    this.addSql(`
      create function copy_edition() returns trigger language plpgsql set search_path from current as $$
      begin
        new.edition_id := (select edition_id from delegation where id = new.delegation_id);
        return new;
      end $$`);
    this.addSql(`
      create trigger nomination_copies_edition before insert or update of delegation_id, edition_id on nomination
      for each row execute function copy_edition()`);
    this.addSql(`
      create unique index nomination_one_of_person on nomination (edition_id, person_id)
      where person_id is not null and ${ACTIVE}`);
    this.addSql(`
      create unique index nomination_one_of_address on nomination (edition_id, address_key)
      where address_key is not null and ${ACTIVE}`);
    this.addSql(
      'create unique index nomination_replaced_once on nomination (replaces_id) where replaces_id is not null',
    );
    this.addSql('create index nomination_of_delegation on nomination (delegation_id, id)');
    this.addSql(
      'create index nomination_of_address on nomination (address_key, edition_id, id) where address_key is not null',
    );
    this.addSql(`
      create table returned_quota (
        delegation_id text not null,
        category text not null,
        places integer not null check (places >= 0),
        returned_at timestamptz(3) not null,
        primary key (delegation_id, category),
        foreign key (delegation_id, category) references quota on delete cascade
      )`);
    this.addSql(keepErasedOut('nomination', 'person_id'));
    this.addSql(keepErasedEmpty('nomination', 'person_id', ['address_key', 'native_name', 'latin_name']));
  }
}
