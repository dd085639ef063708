import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { newId } from '../../services/shared/ids.ts';

/** Someone with an account and a session. */
export interface TestPerson {
  readonly personId: string;
  readonly token: string;
}

/** Makes people straight in the database, since a true sign-up takes long on purpose. */
export async function givenPeople(owner: DatabaseConnection, count: number): Promise<TestPerson[]> {
  const people = Array.from({ length: count }, () => ({
    personId: newId('person'),
    token: randomBytes(24).toString('base64url').replace(/[_-]/g, '0'),
    session: newId('session'),
  }));
  const client = new pg.Client({ ...owner });
  await client.connect();
  const ids = people.map(({ personId }) => personId);
  await client.query(
    `insert into identity."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
     select id, 'Tester', id || '@test.example', true, now(), now() from unnest($1::text[]) as people (id)`,
    [ids],
  );
  await client.query(
    `insert into identity.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
     select id, token, person_id, now() + interval '1 day', now(), now()
     from unnest($1::text[], $2::text[], $3::text[]) as sessions (id, token, person_id)`,
    [people.map(({ session }) => session), people.map(({ token }) => token), ids],
  );
  await client.query(
    `insert into accounts.person (id, display_name, created_at)
     select id, 'Tester', now() from unnest($1::text[]) as people (id)`,
    [ids],
  );
  await client.end();
  return people;
}
