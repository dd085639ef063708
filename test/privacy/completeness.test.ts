import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalTables as accountsTables } from '../../services/accounts/privacy/personal-tables.ts';
import { personalTables as delegationsTables } from '../../services/delegations/privacy/personal-tables.ts';
import { personalTables as forumTables } from '../../services/forum/privacy/personal-tables.ts';
import { personalTables as networkTables } from '../../services/network/privacy/personal-tables.ts';
import { personalTables as placementsTables } from '../../services/placements/privacy/personal-tables.ts';
import { services } from '../../services/services.ts';
import type { PersonalTable } from '../../services/shared/privacy/personal-table.ts';
import { givenDatabase, type TestDatabase } from '../support/database.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

const TABLES: Readonly<Record<string, readonly PersonalTable[]>> = {
  accounts: accountsTables,
  forum: forumTables,
  delegations: delegationsTables,
  placements: placementsTables,
  network: networkTables,
};

/** Columns with the ID of a person that are in no export and stay when the person is erased, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  'accounts.api_client.created_by_id': 'who let a system in, by office; the ID leads to nobody once they are erased',
  'accounts.role_grant.granted_by_id': 'the grant is another person’s; by whom it was given is their history',
  'accounts.role_grant.revoked_by_id': 'the grant is another person’s; by whom it was taken is their history',
  'accounts.erasure.requested_by_id': 'the erasure is another person’s; an ID of office',
  'delegations.credentials.corrected_by_id': 'the credentials are another person’s; an ID of office',
  'delegations.credentials.decided_by_id': 'the credentials are another person’s; an ID of office',
  'delegations.credentials.nominated_by_id': 'the credentials are another person’s; an ID of office',
  'delegations.focal_point.confirmed_by_id': 'who a focal point is, is another person’s; an ID of office',
  'delegations.focal_point.designated_by_id': 'who a focal point is, is another person’s; an ID of office',
  'delegations.focal_point.ended_by_id': 'who a focal point is, is another person’s; an ID of office',
  'delegations.focal_point.invited_by_id': 'who a focal point is, is another person’s; an ID of office',
  'delegations.nomination.nominated_by_id': 'the nomination is another person’s; an ID of office',
  'delegations.note_verbale.uploaded_by_id': 'a document of the state; an ID of office',
  'forum.badge.activated_by_id': 'the badge is another person’s; an ID of office',
  'forum.badge_id_check.checked_by_id': 'the badge is another person’s; an ID of office',
  'forum.scan.recorded_by_id': 'a fact about another person’s badge, which nothing changes; an ID of office',
  'forum.scan_resolution.resolved_by_id': 'a fact about another person’s scan, which nothing changes; an ID of office',
  'placements.certificate.revoked_by_id': 'the certificate is another person’s; an ID of office',
  'placements.assessment.assessed_by_id': 'the assessment is about another person; an ID of office',
  'placements.declared_interest.declared_by_id':
    'declared in an office, about another person; goes when they are erased',
  'placements.clearance.recorded_by_id': 'the clearance is another person’s; an ID of office',
  'placements.duty_report.accepted_by_id': 'the report is another person’s; an ID of office',
  'placements.duty_report.submitted_by_id': 'of the volunteer’s own service, or an ID of office',
  'placements.completion_item.done_by_id': 'the volunteer themself, or an ID of office',
  'placements.insurance_cover.recorded_by_id': 'the cover is another person’s; an ID of office',
  'placements.offer.offered_by_id': 'the offer is another person’s; an ID of office',
  'identity.account.userId': 'told and forgotten by functions of identity’s own',
  'identity.session.userId': 'told and forgotten by functions of identity’s own',
};

/** What the ID of a person is called in a column, wherever it may stand. */
const PERSON_COLUMNS = `column_name ~ '^(person|user|actor|subject|on_behalf_of|author|holder|officer|reviewer|volunteer|participant)_id$'
  or column_name ~ '_by(_id)?$' or column_name ~ '_(person|user)_id$' or column_name in ('userId', 'personId')`;

let database: TestDatabase;
beforeAll(async () => {
  database = await givenDatabase();
});
afterAll(() => database?.drop());

it('knows what every service keeps about people', () => {
  expect(Object.keys(TABLES).toSorted()).toEqual(services.map(({ name }) => name).toSorted());
});

it('has every column with the ID of a person in an export and under erasure, or says why not', async () => {
  const columns = await personColumns();

  expect(columns.filter((column) => !isCovered(column))).toEqual([]);
  expect(Object.keys(EXEMPT).filter((column) => !columns.includes(column))).toEqual([]);
});

it('notices a new table with somebody in it', async () => {
  await asDatabaseOwner(database.owner, (client) =>
    client.query('create table forum.note (id text primary key, person_id text not null, written_by_id text)'),
  );

  const uncovered = (await personColumns()).filter((column) => !isCovered(column));

  expect(uncovered.toSorted()).toEqual(['forum.note.person_id', 'forum.note.written_by_id']);
});

describe.each(Object.entries(TABLES))('%s', (service, tables) => {
  it.each(tables.filter(({ from }) => !from))(
    'shows or hides each column of $table, and none besides',
    async (table) => {
      const columns = await catalogue(`select column_name as column, '' as schema, '' as name
      from information_schema.columns where table_schema = '${service}' and table_name = '${table.table}'`);

      expect([...table.shown, ...(table.hidden ?? [])].toSorted()).toEqual(
        columns.map(({ column }) => column).toSorted(),
      );
    },
  );
});

/** All columns with the ID of a person, `forum.registration.person_id`. */
async function personColumns(): Promise<string[]> {
  const columns = await catalogue(`select table_schema as schema, table_name as name, column_name as column
    from information_schema.columns
    where (${PERSON_COLUMNS}) and table_schema not in ('pg_catalog', 'information_schema')`);
  return columns.map(({ schema, name, column }) => `${schema}.${name}.${column}`);
}

function isCovered(path: string): boolean {
  const [schema = '', name, column] = path.split('.');
  const isListed = (TABLES[schema] ?? []).some(
    ({ table, where }) => table === name && new RegExp(`\\b${column}\\b`).test(where),
  );
  return isListed || Object.hasOwn(EXEMPT, path);
}

function catalogue(sql: string): Promise<{ schema: string; name: string; column: string }[]> {
  return asDatabaseOwner(database.owner, async (client) => (await client.query(sql)).rows);
}
