import pg from 'pg';
import type { DatabaseConnection } from '../../shared/database/connection.ts';
import { roleOf } from '../../shared/database/roles.ts';

/**
 * What identity tells accounts about one person, and how it forgets them: functions of its own, since accounts may not
 * touch its tables. So a person is erased from both in one transaction.
 *
 * Codes and links under way are kept by hashes of what they are for, and run out within a day; those that name the
 * person's account or session go with it.
 */
const FUNCTIONS = [
  `create or replace function sign_in_of(person_id text)
   returns table (email text, email_verified boolean, name text, image text, created_at timestamptz, updated_at timestamptz)
   language sql stable security definer set search_path = identity as $$
     select email, "emailVerified", name, image, "createdAt", "updatedAt" from "user" where id = person_id
   $$`,
  `create or replace function sign_in_methods_of(person_id text)
   returns table (provider text, account text, created_at timestamptz)
   language sql stable security definer set search_path = identity as $$
     select "providerId", "accountId", "createdAt" from account where "userId" = person_id
   $$`,
  `create or replace function sessions_of(person_id text)
   returns table (address text, program text, created_at timestamptz, expires_at timestamptz)
   language sql stable security definer set search_path = identity as $$
     select "ipAddress", "userAgent", "createdAt", "expiresAt" from session where "userId" = person_id
   $$`,
  `create or replace function forget(person_id text) returns void
   language sql security definer set search_path = identity as $$
     delete from verification
       where value = person_id or value in (select token from session where "userId" = person_id);
     delete from session where "userId" = person_id;
     delete from account where "userId" = person_id;
     delete from "user" where id = person_id
   $$`,
];
const NAMES = ['sign_in_of', 'sign_in_methods_of', 'sessions_of', 'forget'];

/**
 * Makes the functions, and lets a service's role call them and nothing else. Repeating it changes nothing.
 *
 * `identity` is the connection of the role that owns the migrated schema, `owner` a session of whoever made that.
 */
export async function openIdentityRecords(
  identity: DatabaseConnection,
  owner: pg.ClientBase,
  service: string,
): Promise<void> {
  const role = owner.escapeIdentifier(roleOf(service));
  await owner.query(`grant usage on schema identity to ${role}`);
  const client = new pg.Client({ ...identity, options: '-c search_path=identity' });
  await client.connect();
  try {
    for (const sql of FUNCTIONS) await client.query(sql);
    for (const name of NAMES) {
      await client.query(`revoke all on function ${name}(text) from public`);
      await client.query(`grant execute on function ${name}(text) to ${role}`);
    }
  } finally {
    await client.end();
  }
}
