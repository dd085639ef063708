import { Migration } from '@mikro-orm/migrations';

export class Access extends Migration {
  override up(): void {
    this.addSql(`
      create table sign_in_address (
        person_id text primary key,
        email text not null unique check (email = lower(email))
      )`);
    this.addSql(`
      create table role_grant (
        id text primary key,
        person_id text not null references person,
        role text not null,
        scope_kind text not null,
        scope_id text,
        since timestamptz(3) not null,
        until timestamptz(3),
        granted_by_id text,
        revoked_at timestamptz(3),
        revoked_by_id text,
        check ((scope_kind = 'ALL') = (scope_id is null)),
        check (since < until)
      )`);
    this.addSql(`
      create unique index role_grant_one_open on role_grant (person_id, role, scope_kind, coalesce(scope_id, ''))
      where revoked_at is null and until is null`);
    this.addSql('create index role_grant_of_person on role_grant (person_id, since, id)');
    this.addSql(`
      create table api_client (
        id text primary key,
        name text not null,
        country_code text not null check (country_code ~ '^[A-Z]{2}$'),
        key_hash text not null unique,
        created_at timestamptz(3) not null,
        created_by_id text not null,
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        check (created_at < expires_at)
      )`);
    this.addSql('create index api_client_by_age on api_client (created_at, id)');
  }
}
