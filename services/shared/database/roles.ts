import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseConnection } from './connection.ts';

/** The database role of a service: it reaches the schema of the same name and nothing else. */
export function roleOf(service: string): string {
  return `erikti_${service}`;
}

/** The connection of a service's own role. Its password follows from the portal's secret, so nobody has to keep it. */
export function connectionAs(service: string, owner: DatabaseConnection, secret: string): DatabaseConnection {
  return { ...owner, user: roleOf(service), password: passwordOf(service, secret) };
}

/**
 * Makes a service's schema and role, and shuts the role out of everything else.
 *
 * `owner` needs the right to create roles and schemas. Repeating it changes nothing. `ownsSchema` lets the role create
 * tables in its schema, for libraries that migrate themselves.
 */
export async function provisionRole(
  owner: pg.ClientBase,
  service: string,
  secret: string,
  { ownsSchema = false } = {},
): Promise<void> {
  const role = owner.escapeIdentifier(roleOf(service));
  const schema = owner.escapeIdentifier(service);
  const password = owner.escapeLiteral(passwordOf(service, secret));
  await owner.query(`create schema if not exists ${schema}`);
  await settleRole(owner, roleOf(service), `${role} login nocreatedb nocreaterole password ${password}`);
  await owner.query(`grant usage${ownsSchema ? ', create' : ''} on schema ${schema} to ${role}`);
  await owner.query('revoke all on schema public from public');
}

/** Lets the service's role read and write rows in all tables of its schema; what is append-only stays so. */
export async function grantTables(owner: pg.ClientBase, service: string): Promise<void> {
  const role = owner.escapeIdentifier(roleOf(service));
  const schema = owner.escapeIdentifier(service);
  await owner.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`);
  await owner.query(`revoke update, delete on ${schema}.audit_entry from ${role}`);
  await owner.query(`revoke insert, update, delete on ${schema}.migration from ${role}`);
}

const ATTEMPTS = 10;
/** The longest pause before the next attempt. Its length is up to chance, so that losers do not meet again. */
const PAUSE_MS = 50;
/** `duplicate_object`, `unique_violation`, and what PostgreSQL calls "tuple concurrently updated". */
const LOST_A_RACE = ['42710', '23505', 'XX000'];

/**
 * Creates or alters a role. Roles belong to the whole cluster, so a portal on another of its databases may be doing the
 * same at this moment; whoever loses tries again.
 */
async function settleRole(owner: pg.ClientBase, name: string, definition: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const known = await owner.query('select from pg_roles where rolname = $1', [name]);
    try {
      await owner.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${definition}`);
      return;
    } catch (error) {
      const lostARace = error instanceof pg.DatabaseError && LOST_A_RACE.includes(error.code ?? '');
      if (!lostARace || attempt === ATTEMPTS) throw error;
      await setTimeout(Math.random() * PAUSE_MS);
    }
  }
}

function passwordOf(service: string, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${service}`).digest('base64url');
}
