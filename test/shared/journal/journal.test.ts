import { beforeEach, describe, expect, it } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { AuditEntry, OutboxEvent } from '../../../services/shared/journal/journal.entities.ts';
import { audit, publish } from '../../../services/shared/journal/journal.ts';
import { useService } from '../../support/database.ts';
import { asOwner } from '../database/owner.ts';

const now = new Date('2026-05-01T08:00:00.123Z');

describe('the journal', () => {
  // The relay does not run here: what is published stays in the outbox.
  const service = useService(forum);
  const fork = () => service.running.database.orm.em.fork();
  beforeEach(() => asOwner(service.running, (owner) => owner.query('truncate audit_entry, outbox_event')));

  it('keeps who did what to what, with the change', async () => {
    await fork().transactional(async (tx) => {
      const changes = [{ field: 'status', from: null, to: 'CONFIRMED' }];
      audit(tx, { actorId: 'person', command: 'registerForForum', subjectId: 'subject', changes }, now);
    });

    expect(await fork().find(AuditEntry, {})).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^audit_entry_/),
        at: now,
        actorId: 'person',
        onBehalfOfId: null,
        command: 'registerForForum',
        subjectId: 'subject',
        outcome: 'DONE',
        changes: [{ field: 'status', from: null, to: 'CONFIRMED' }],
        reason: null,
      }),
    ]);
  });

  it('keeps on whose behalf and for what reason, and an act of the portal itself', async () => {
    const act = { actorId: null, onBehalfOfId: 'guardian', command: 'withdraw', subjectId: 'subject', changes: [] };

    await fork().transactional(async (tx) => audit(tx, { ...act, reason: 'asked by letter' }, now));

    expect(await fork().find(AuditEntry, {})).toEqual([
      expect.objectContaining({ actorId: null, onBehalfOfId: 'guardian', reason: 'asked by letter' }),
    ]);
  });

  it('publishes an event to the millisecond, with its payload', async () => {
    const payload = { personId: 'person', seats: 3, isHead: true, reason: null };

    await fork().transactional(async (tx) => publish(tx, 'RegistrationMade', payload, now));

    expect(await fork().find(OutboxEvent, {})).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^event_/),
        type: 'RegistrationMade',
        occurredAt: now,
        payload,
      }),
    ]);
  });

  it('commits entry and event with the change they tell of', async () => {
    const id = newId('forum_edition');

    await fork().transactional((tx) => changeAndTell(tx, id, 2101));

    expect(await kept(id)).toEqual({ changes: 1, entries: 1, events: 1 });
  });

  it('keeps neither when the change is rolled back', async () => {
    const id = newId('forum_edition');

    const failing = fork().transactional(async (tx) => {
      await changeAndTell(tx, id, 2102);
      throw new Error('no luck');
    });

    await expect(failing).rejects.toThrow('no luck');
    expect(await kept(id)).toEqual({ changes: 0, entries: 0, events: 0 });
  });

  it('keeps neither when the database refuses the change', async () => {
    await fork().transactional((tx) => changeAndTell(tx, newId('forum_edition'), 2103));
    const id = newId('forum_edition');

    const sameYear = fork().transactional((tx) => changeAndTell(tx, id, 2103));

    await expect(sameYear).rejects.toMatchObject({ code: '23505' });
    expect(await kept(id)).toEqual({ changes: 0, entries: 0, events: 0 });
  });

  async function changeAndTell(tx: ReturnType<typeof fork>, id: string, year: number): Promise<void> {
    audit(tx, { actorId: null, command: 'announceEdition', subjectId: id, changes: [] }, now);
    publish(tx, 'EditionAnnounced', { editionId: id }, now);
    await tx.flush();
    await tx.execute(
      `insert into edition (id, year, title, host_country, city, time_zone, status)
       values (?, ?, '{}', 'KZ', '{}', 'Asia/Almaty', 'ANNOUNCED')`,
      [id, year],
    );
  }

  async function kept(id: string): Promise<{ changes: number; entries: number; events: number }> {
    const em = fork();
    const changes = await em.execute('select from edition where id = ?', [id]);
    const entries = await em.count(AuditEntry, { subjectId: id });
    const events = await em.execute(`select from outbox_event where payload ->> 'editionId' = ?`, [id]);
    return { changes: changes.length, entries, events: events.length };
  }
});
