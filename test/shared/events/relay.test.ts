import { beforeEach, describe, expect, it } from 'vitest';
import { asOwner } from '../database/owner.ts';
import { usePost } from './post.ts';

describe('the relay of an outbox', () => {
  const post = usePost();
  beforeEach(() =>
    asOwner(post.sender, (owner) =>
      owner.query(`truncate outbox_event; delete from jobs.job where name = 'accounts_inbox'`),
    ),
  );

  it('hands an event over whole, and takes it out of the outbox', async () => {
    await post.write(['a']);

    expect(await post.relay().relayBatch()).toBe(1);

    expect(await post.unsent()).toEqual([]);
    const jobs = await post.boss.fetch('accounts_inbox', { batchSize: 10 });
    expect(jobs.map(({ data }) => data)).toEqual([
      {
        id: expect.stringMatching(/^event_/),
        type: 'LetterWritten',
        occurredAt: Date.parse('2026-05-01T08:00:00.123Z'),
        payload: { letter: 'a' },
      },
    ]);
  });

  it('sees an event only when the change it tells of is committed', async () => {
    const rolledBack = post.sender.database.orm.em.fork().transactional(async (tx) => {
      await tx.execute(
        `insert into outbox_event (id, type, occurred_at, payload) values ('event_a', 'LetterWritten', now(), '{}')`,
      );
      expect(await post.relay().relayBatch()).toBe(0);
      throw new Error('no luck');
    });

    await expect(rolledBack).rejects.toThrow('no luck');
    expect(await post.relay().relayBatch()).toBe(0);
    expect(await post.handedOver()).toEqual([]);
  });

  it('lets an event go that nobody listens to, and hands over those around it', async () => {
    await post.write(['before']);
    await post.write(['unheard'], 'SomethingUnheardOf');
    await post.write(['after']);

    expect(await post.relay().relayBatch()).toBe(3);

    expect(await post.unsent()).toEqual([]);
    expect(await post.handedOver()).toEqual(['after', 'before']);
  });

  it('takes a hundred at a time', async () => {
    await post.write(numbered(250));
    const relay = post.relay();

    const batches = [await relay.relayBatch(), await relay.relayBatch(), await relay.relayBatch()];

    expect(batches).toEqual([100, 100, 50]);
    expect(await post.handedOver()).toEqual(numbered(250));
  });

  it('hands each event over once with four relays side by side', async () => {
    await post.write(numbered(300));
    const relays = Array.from({ length: 4 }, () => post.relay());

    for (let handedOver = 0; handedOver < 300; ) {
      const batches = await Promise.all(relays.map((relay) => relay.relayBatch()));
      handedOver += batches.reduce((sum, size) => sum + size);
    }

    expect(await post.handedOver()).toEqual(numbered(300));
    expect(await post.unsent()).toEqual([]);
  });

  it('passes by what another relay holds', async () => {
    await post.write(['held', 'free']);

    await post.sender.database.orm.em.fork().transactional(async (tx) => {
      await tx.execute(`select from outbox_event where payload ->> 'letter' = 'held' for update`);
      expect(await post.relay().relayBatch()).toBe(1);
    });

    expect(await post.handedOver()).toEqual(['free']);
    expect(await post.unsent()).toEqual(['held']);
  });

  it('keeps running until it is stopped, and then finishes what it began', async () => {
    const relay = post.relay();
    relay.start();
    relay.start();
    await post.write(['first']);
    await expect.poll(() => post.handedOver(), { timeout: 3_000 }).toEqual(['first']);

    await relay.stop();

    await post.write(['later']);
    expect(await post.unsent()).toEqual(['later']);
  });

  it('goes on after the database cut its connections', async () => {
    const relay = post.relay();
    relay.start();
    await asOwner(post.sender, (owner) =>
      owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename in ('erikti_forum', 'erikti_jobs')`,
      ),
    );

    await expect
      .poll(() =>
        post.write(['after the cut']).then(
          () => 'written',
          () => 'not yet',
        ),
      )
      .toBe('written');

    await expect.poll(() => post.handedOver(), { timeout: 5_000 }).toEqual(['after the cut']);
    await relay.stop();
  });
});

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'));
}
