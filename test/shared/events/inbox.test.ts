import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../services/shared/events/event.ts';
import { receive, workInbox } from '../../../services/shared/events/inbox.ts';
import { asOwner } from '../database/owner.ts';
import { POSTED_AT, usePost } from './post.ts';

describe('the inbox of a service', () => {
  const post = usePost();
  beforeEach(() =>
    asOwner(post.sender, (owner) =>
      owner.query(`
        truncate forum.outbox_event, accounts.inbox_event, accounts.audit_entry;
        delete from jobs.job where name = 'accounts_inbox'`),
    ),
  );

  describe('receiving', () => {
    it('acts on an event once, however often it is delivered', async () => {
      await receive(post.inbox(), letter('a'));
      await receive(post.inbox(), letter('a'));

      expect(await post.actedOn()).toEqual(['a']);
    });

    it('acts once on an event that is delivered ten times at once', async () => {
      await Promise.all(Array.from({ length: 10 }, () => receive(post.inbox(), letter('a'))));

      expect(await post.actedOn()).toEqual(['a']);
    });

    it('forgets an event whose handler throws, and acts on it when it comes again', async () => {
      const failing = receive(
        post.inbox(async () => {
          throw new Error('no luck');
        }),
        letter('a'),
      );

      await expect(failing).rejects.toThrow('no luck');
      expect(await post.actedOn()).toEqual([]);

      await receive(post.inbox(), letter('a'));
      expect(await post.actedOn()).toEqual(['a']);
    });

    it('acts on the second delivery when the first, which it waited for, fails', async () => {
      const verdict = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const first = receive(
        post.inbox(() => {
          started.resolve();
          return verdict.promise;
        }),
        letter('a'),
      );
      await started.promise;
      const second = receive(post.inbox(), letter('a'));

      verdict.reject(new Error('no luck'));

      await expect(first).rejects.toThrow('no luck');
      await second;
      expect(await post.actedOn()).toEqual(['a']);
    });

    it('does not take what it has no handler for, so that the queue keeps it', async () => {
      const stray = receive(post.inbox(), { ...letter('a'), type: 'LetterBurnt' });

      await expect(stray).rejects.toThrow('nothing handles LetterBurnt, though a route leads here');
    });
  });

  describe('working', () => {
    afterEach(() => post.boss.offWork('accounts_inbox', { wait: true }));

    it('acts once on each event that was written in a transaction', async () => {
      await post.write(['a', 'b', 'c']);
      await post.relay().relayBatch();

      await workInbox(post.boss, post.inbox());

      await expect.poll(() => post.actedOn(), { timeout: 5_000 }).toEqual(['a', 'b', 'c']);
      await expect.poll(jobStates).toEqual(['completed', 'completed', 'completed']);
    });

    it('tries an event again whose handler threw', async () => {
      let attempts = 0;
      await workInbox(
        post.boss,
        post.inbox(async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('no luck');
        }),
      );
      await post.write(['a']);
      await post.relay().relayBatch();

      await expect.poll(() => post.actedOn(), { timeout: 8_000 }).toEqual(['a']);
      expect(attempts).toBe(2);
    });

    it('does not let an event that fails hold up those behind it', async () => {
      await post.write(['a', 'poison', 'z']);
      await post.relay().relayBatch();

      await workInbox(
        post.boss,
        post.inbox(async (subject) => {
          if (subject === 'poison') throw new Error('no luck');
        }),
      );

      await expect.poll(jobStates, { timeout: 5_000 }).toEqual(['completed', 'completed', 'retry']);
      expect(await post.actedOn()).toEqual(['a', 'z']);
    });

    it('acts once on an event that is handed over twice, because the portal died before the outbox forgot it', async () => {
      await workInbox(post.boss, post.inbox());
      await post.write(['a']);

      await whileTheSenderDiesAtCommit(async () => {
        await expect(post.relay().relayBatch()).rejects.toThrow();
      });
      expect(await post.unsent()).toEqual(['a']);
      expect(await post.relay().relayBatch()).toBe(1);

      expect(await post.unsent()).toEqual([]);
      expect(await post.handedOver()).toEqual(['a', 'a']);
      await expect.poll(jobStates, { timeout: 5_000 }).toEqual(['completed', 'completed']);
      expect(await post.actedOn()).toEqual(['a']);
    });
  });

  async function jobStates(): Promise<string[]> {
    return asOwner(post.sender, async (owner) => {
      const { rows } = await owner.query<{ state: string }>(
        `select state::text as state from jobs.job where name = 'accounts_inbox'`,
      );
      return rows.map(({ state }) => state).sort();
    });
  }

  /** Ends the sender's database session at the commit of whatever it took out of the outbox. */
  async function whileTheSenderDiesAtCommit(work: () => Promise<void>): Promise<void> {
    await asOwner(post.sender, async (owner) => {
      await owner.query(`
        create function die() returns trigger language plpgsql security definer as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          return null;
        end $$;
        create constraint trigger die after delete on outbox_event deferrable initially deferred
        for each row execute function die()`);
      await work();
      await owner.query('drop trigger die on outbox_event; drop function die()');
    });
  }
});

function letter(name: string): DomainEvent {
  return {
    id: `event_${name}`,
    type: 'LetterWritten',
    occurredAt: POSTED_AT.getTime(),
    payload: { letter: name },
  };
}
