import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { openAllSeats } from '../support/seats.ts';

const REGISTER = operation('04-register');

describe.each(transports)('200 people racing for 50 seats and 20 places in the queue, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    await openAllSeats(portal.owner);
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    editionId = data.forumEdition.id;
    await query(portal.owner, 'update forum.availability set capacity = 50, waitlist_limit = 20 where id = $1', [
      editionId,
    ]);
  });
  afterAll(() => portal?.close());

  it('confirms exactly 50, queues exactly 20 in one order and refuses exactly 130', async () => {
    const people = await portal.givenPeople(200);

    const answers = await Promise.all(
      people.map(async ({ token }) => {
        const input = { editionId, category: 'OPEN', consents: [] };
        const { data } = await portal.as(token).ask(REGISTER, { input });
        return data.registerForForum;
      }),
    );

    const outcomes = answers.map((answer) => answer.registration?.status ?? answer.code);
    expect(Object.groupBy(outcomes, (outcome) => outcome).CONFIRMED).toHaveLength(50);
    expect(Object.groupBy(outcomes, (outcome) => outcome).WAITLISTED).toHaveLength(20);
    expect(Object.groupBy(outcomes, (outcome) => outcome).EDITION_FULL).toHaveLength(130);
    expect(await statusCounts()).toEqual({ CONFIRMED: 50, WAITLISTED: 20 });
    const { data } = await portal.ask(
      '{ forumEdition(year: 2026) { availability { capacity claimed offered waiting free } } }',
    );
    expect(data.forumEdition.availability).toEqual({ capacity: 50, claimed: 50, offered: 0, waiting: 20, free: 0 });
  });

  it('gives those who wait the places 1 to 20', async () => {
    const rows = await query(portal.owner, `select person_id from forum.registration where status = 'WAITLISTED'`);
    const tokens = await query(portal.owner, `select token from identity.session where "userId" = any($1::text[])`, [
      rows.map(({ person_id }) => person_id),
    ]);

    const positions = await Promise.all(
      tokens.map(async ({ token }) => {
        const { data } = await portal.as(String(token)).ask('{ me { registrations { nodes { waitlistPosition } } } }');
        return data.me.registrations.nodes[0].waitlistPosition;
      }),
    );

    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_one, index) => index + 1));
  });

  it('writes one audit entry and one event for each registration made, and none for a refusal', async () => {
    const audited = await query(
      portal.owner,
      `select count(*)::int as entries from forum.audit_entry where command = 'registerForForum'`,
    );

    expect(audited).toEqual([{ entries: 70 }]);
  });

  async function statusCounts(): Promise<Record<string, number>> {
    const rows = await query(
      portal.owner,
      'select status, count(*)::int as people from forum.registration group by status',
    );
    return Object.fromEntries(rows.map(({ status, people }) => [status, people]));
  }
});

describe('what the database itself refuses', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process');
    await openAllSeats(portal.owner);
  });
  afterAll(() => portal?.close());

  it('oversells no edition, whoever writes to it', async () => {
    await query(portal.owner, 'update forum.availability set capacity = 1 where id like $1', ['forum_edition_%']);
    const insert = (person: string) =>
      query(
        portal.owner,
        `insert into forum.registration (id, edition_id, person_id, category, status, registered_at)
         select 'registration_' || $1, id, $1, 'OPEN', 'CONFIRMED', now() from forum.edition`,
        [person],
      );

    await insert('a');

    await expect(insert('b')).rejects.toThrow('availability_never_oversold');
    expect(await query(portal.owner, 'select person_id from forum.registration')).toEqual([{ person_id: 'a' }]);
  });

  it('registers nobody twice for an edition while the first registration is active', async () => {
    await query(portal.owner, 'update forum.availability set capacity = 10 where id like $1', ['forum_edition_%']);
    const insert = (id: string, status: string) =>
      query(
        portal.owner,
        `insert into forum.registration (id, edition_id, person_id, category, status, registered_at)
         select $1, id, 'c', 'OPEN', $2, now() from forum.edition`,
        [id, status],
      );

    await insert('registration_1', 'WITHDRAWN');
    await insert('registration_2', 'CONFIRMED');

    await expect(insert('registration_3', 'WAITLISTED')).rejects.toThrow('registration_one_active');
  });

  it('counts seats with every way a registration changes', async () => {
    const availability = async () => {
      const [row] = await query(
        portal.owner,
        `select claimed, offered, waiting, free from forum.availability where id like 'forum_edition_%'`,
      );
      return row;
    };
    const move = (status: string) =>
      query(portal.owner, `update forum.registration set status = $1 where id = 'registration_2'`, [status]);

    const walk = [];
    for (const status of ['WAITLISTED', 'OFFERED', 'CONFIRMED', 'ATTENDED', 'WITHDRAWN']) {
      await move(status);
      walk.push(await availability());
    }
    await query(portal.owner, `delete from forum.registration where person_id = 'a'`);
    walk.push(await availability());

    expect(walk).toEqual([
      { claimed: 1, offered: 0, waiting: 1, free: 9 },
      { claimed: 1, offered: 1, waiting: 0, free: 8 },
      { claimed: 2, offered: 0, waiting: 0, free: 8 },
      { claimed: 2, offered: 0, waiting: 0, free: 8 },
      { claimed: 1, offered: 0, waiting: 0, free: 9 },
      { claimed: 0, offered: 0, waiting: 0, free: 10 },
    ]);
  });
});

async function query(
  owner: DatabaseConnection,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
