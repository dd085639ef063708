import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { useService } from '../../support/database.ts';
import { asOwner } from './owner.ts';

/** As many connections as a service may hold. */
const POOL_SIZE = 10;
const ONE = { name: 'one', text: 'select 1 as one' };

describe('a service whose sessions the database ends', () => {
  const service = useService(forum);

  it('answers again when nobody used them', async () => {
    await Promise.all(Array.from({ length: POOL_SIZE }, () => service.running.database.read.rows(ONE, [])));

    await endSessions();

    await expectAnswers();
  });

  it('answers again when reads were under way', async () => {
    const asleep = { name: 'asleep', text: 'select pg_sleep(5)' };
    const reads = Promise.allSettled(
      Array.from({ length: POOL_SIZE }, () => service.running.database.read.rows(asleep, [])),
    );
    await expect.poll(sessions).toBe(POOL_SIZE);

    await endSessions();

    expect((await reads).map(({ status }) => status)).toEqual(Array(POOL_SIZE).fill('rejected'));
    await expectAnswers();
  });

  it.each<[string, (tx: EntityManager) => Promise<unknown>]>([
    ['were under way', (tx) => tx.execute('select pg_sleep(5)')],
    [
      'rested between two statements',
      async (tx) =>
        expect
          .poll(sessions)
          .toBe(0)
          .then(() => tx.execute('select 1')),
    ],
    ['had only to be committed', () => expect.poll(sessions).toBe(0)],
  ])('answers again, and keeps nothing, when transactions %s', async (_case, work) => {
    const transactions = Promise.allSettled(
      Array.from({ length: POOL_SIZE }, () =>
        service.running.database.orm.em.fork().transactional(async (tx) => {
          await tx.execute(`update edition set version = version + 1 where year = 0`);
          await work(tx);
        }),
      ),
    );
    await expect.poll(sessions).toBe(POOL_SIZE);

    await endSessions();

    expect((await transactions).map(({ status }) => status)).toEqual(Array(POOL_SIZE).fill('rejected'));
    await expectAnswers();
  });

  async function expectAnswers(): Promise<void> {
    const { read, orm } = service.running.database;
    // More at once than the pool holds: a place that was lost would show.
    const reads = await Promise.all(Array.from({ length: 2 * POOL_SIZE }, () => read.rows(ONE, [])));
    expect(reads).toEqual(Array(2 * POOL_SIZE).fill([{ one: 1 }]));
    expect(await orm.em.fork().transactional((tx) => tx.execute('select 1 as one'))).toEqual([{ one: 1 }]);
    expect(await service.running.isReady()).toBe(true);
  }

  // Through a connection of the cluster, since the service may have none left.
  function sessions(): Promise<number> {
    return onSessions('select from pg_stat_activity');
  }

  async function endSessions(): Promise<void> {
    await onSessions('select pg_terminate_backend(pid) from pg_stat_activity');
    await expect.poll(sessions).toBe(0);
  }

  function onSessions(sql: string): Promise<number> {
    return asOwner(service.running, async (owner) => {
      const { rowCount } = await owner.query(`${sql} where datname = current_database() and usename = 'erikti_forum'`);
      return rowCount ?? 0;
    });
  }
});
