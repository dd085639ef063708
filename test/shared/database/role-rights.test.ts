import { describe, expect, it } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { AuditEntry } from '../../../services/shared/journal/journal.entities.ts';
import { audit } from '../../../services/shared/journal/journal.ts';
import { useService } from '../../support/database.ts';
import { asOwner } from './owner.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const now = new Date('2026-05-01T08:00:00.000Z');

describe("a service's database role", () => {
  const service = useService(forum);
  const fork = () => service.running.database.orm.em.fork();

  it.each([
    ['rewrite the audit trail', `update audit_entry set actor_id = 'nobody'`],
    ['remove from the audit trail', 'delete from audit_entry'],
    ['empty the audit trail', 'truncate audit_entry'],
    ['make migrations look applied', `insert into migration (name) values ('0099_Made')`],
    ['make migrations look pending', 'delete from migration'],
    ["read another service's table", 'select from delegations.delegation'],
    ["write another service's table", 'delete from accounts.person'],
    ['read sign-in secrets', 'select from identity."user"'],
    ['read the job queue', 'select from jobs.job'],
    ['create a table in its own schema', 'create table notes (id text)'],
    ["create a table in another service's schema", 'create table accounts.notes (id text)'],
    ['create a table in the schema public', 'create table public.notes (id text)'],
    ['create a schema', 'create schema notes'],
    ['create a role', 'create role friend'],
    ['change a table', 'alter table edition add column notes text'],
    ['drop a table', 'drop table session'],
    ['read the passwords of roles', 'select from pg_authid'],
    ['become another service', 'set role erikti_accounts'],
    ['read files of the server', `select pg_read_file('PG_VERSION')`],
    ['run programs on the server', `copy edition to program 'cat'`],
  ])('may not %s', async (_case, sql) => {
    await expect(fork().execute(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
  });

  it('adds to the audit trail, which stays as it was written', async () => {
    await fork().transactional(async (tx) =>
      audit(tx, { actorId: 'person', command: 'tested', subjectId: 'right', changes: [] }, now),
    );
    const entry = await fork().findOneOrFail(AuditEntry, { subjectId: 'right' });

    const rewriting = fork().nativeUpdate(AuditEntry, { id: entry.id }, { actorId: 'nobody' });

    await expect(rewriting).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    expect(await fork().findOneOrFail(AuditEntry, { subjectId: 'right' })).toEqual(entry);
  });

  it('reads and writes rows of its own tables', async () => {
    const written = await fork().execute(`update edition set version = version returning id`);

    expect(written).toHaveLength(1);
  });

  it('looks for tables in its own schema alone, and may not hold a statement for long', async () => {
    const [settings] = await fork().execute(
      `select current_user as user, current_setting('search_path') as path, current_setting('statement_timeout') as timeout`,
    );

    expect(settings).toEqual({ user: 'erikti_forum', path: 'forum', timeout: '10s' });
  });

  it('is neither superuser nor a member of any role', async () => {
    const [role] = await asOwner(service.running, async (owner) => {
      const { rows } = await owner.query(
        `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
           (select count(*)::int from pg_auth_members where member = role.oid) as memberships
         from pg_roles as role where rolname = 'erikti_forum'`,
      );
      return rows;
    });

    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
      memberships: 0,
    });
  });
});
