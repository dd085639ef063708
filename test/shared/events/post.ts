import type { EntityManager } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll } from 'vitest';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { connectionAs } from '../../../services/shared/database/roles.ts';
import type { EventHandlers } from '../../../services/shared/events/event.ts';
import type { Inbox } from '../../../services/shared/events/inbox.ts';
import { openJobs } from '../../../services/shared/events/job-queue.ts';
import { openInboxes, Relay } from '../../../services/shared/events/relay.ts';
import { audit, publish } from '../../../services/shared/journal/journal.ts';
import type { RunningService, Service } from '../../../services/shared/service.ts';
import { silentLog, TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase, TEST_KEYS } from '../../support/database.ts';
import { asOwner } from '../database/owner.ts';

export const POSTED_AT = new Date('2026-05-01T08:00:00.123Z');
export const routes = { LetterWritten: ['accounts'] };

/** Two services on one database and the queue between them: the forum writes, accounts receives. */
export interface Post {
  readonly sender: RunningService;
  readonly boss: PgBoss;
  /** A relay of the sender's outbox, not started. */
  relay(): Relay;
  /** The receiver's inbox. It notes each event it acts on, after `before` has let it. */
  inbox(before?: (letter: string) => Promise<void>): Inbox;
  /** Publishes events in one transaction. Their payload says only which letter it is. */
  write(letters: readonly string[], type?: string): Promise<void>;
  /** Letters in the outbox, in order. */
  unsent(): Promise<string[]>;
  /** Letters that were handed to the queue, as often as they were, in order. */
  handedOver(): Promise<string[]>;
  /** Letters the receiver acted on, as often as it did, in order. */
  actedOn(): Promise<string[]>;
}

/** Opens a post office of its own for the tests of a file. */
export function usePost(): Post {
  const open = {} as { sender: RunningService; receiver: RunningService; boss: PgBoss; close(): Promise<void> };
  beforeAll(async () => Object.assign(open, await openPost()));
  afterAll(() => open.close?.());
  return {
    get sender() {
      return open.sender;
    },
    get boss() {
      return open.boss;
    },
    relay: () => new Relay({ orm: open.sender.database.orm, boss: open.boss, routes, log: silentLog }),
    inbox: (before) => ({
      service: accounts.name,
      orm: open.receiver.database.orm,
      keys: TEST_KEYS,
      now: () => POSTED_AT,
      handlers: noting(before),
      log: silentLog,
    }),
    write: (letters, type = 'LetterWritten') =>
      open.sender.database.orm.em.fork().transactional(async (tx) => {
        for (const letter of letters) publish(tx, type, { letter }, POSTED_AT);
      }),
    unsent: () =>
      letters(open.sender.database.orm.em.fork(), `select payload ->> 'letter' as letter from outbox_event`),
    handedOver: () =>
      asOwner(open.sender, async (owner) => {
        const { rows } = await owner.query<{ letter: string }>(
          `select data -> 'payload' ->> 'letter' as letter from jobs.job where name = 'accounts_inbox'`,
        );
        return rows.map(({ letter }) => letter).sort();
      }),
    actedOn: () => letters(open.receiver.database.orm.em.fork(), 'select subject_id as letter from audit_entry'),
  };
}

function noting(before: (letter: string) => Promise<void> = async () => {}): EventHandlers {
  return {
    LetterWritten: async (tx, { payload }, now) => {
      const subjectId = String(payload.letter);
      audit(tx, { actorId: null, command: 'noteLetter', subjectId, changes: [] }, now);
      await tx.flush();
      await before(subjectId);
    },
  };
}

async function letters(em: EntityManager, sql: string): Promise<string[]> {
  const rows = await em.execute<{ letter: string }[]>(sql);
  return rows.map(({ letter }) => letter).sort();
}

async function openPost() {
  const { owner, drop } = await givenDatabase();
  const opened = await Promise.all(
    [forum, accounts].map((service: Service) =>
      service.open({
        connection: connectionAs(service.name, owner, TEST_SECRET),
        now: () => POSTED_AT,
        log: silentLog,
      }),
    ),
  );
  const [sender, receiver] = opened;
  const boss = await openJobs(owner, TEST_SECRET, silentLog);
  await openInboxes(boss, routes);
  const close = async () => {
    await boss.stop({ graceful: true, timeout: 2_000 });
    await Promise.all(opened.map((service) => service.close()));
    await drop();
  };
  return { sender, receiver, boss, close };
}
