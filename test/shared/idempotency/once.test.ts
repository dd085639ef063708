import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { type Claim, once } from '../../../services/shared/idempotency/once.ts';
import { audit } from '../../../services/shared/journal/journal.ts';
import { useService } from '../../support/database.ts';

const now = new Date('2026-05-01T08:00:00.000Z');

describe('acting once for a key', () => {
  const service = useService(forum);

  /** Acts in a transaction of its own. Each time it really acts, an audit entry of the subject tells of it. */
  function act(
    subjectId: string,
    claim: Partial<Claim> = {},
    outcome: () => Promise<object> = async () => ({ made: subjectId }),
  ): Promise<object> {
    return fork().transactional((tx) =>
      once(tx, { actorId: 'someone', operation: 'pay', key: subjectId, input: { amount: 1 }, ...claim }, now, () => {
        audit(tx, { actorId: 'someone', command: 'pay', subjectId, changes: [] }, now);
        return outcome();
      }),
    );
  }

  it('gives the outcome of the first time to the same key and input', async () => {
    const first = await act('sequential');
    const second = await act('sequential', {}, async () => ({ made: 'another' }));

    expect([first, second]).toEqual([{ made: 'sequential' }, { made: 'sequential' }]);
    expect(await timesActed('sequential')).toBe(1);
  });

  it('acts once for twenty that arrive together', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => act('together')));

    expect(outcomes).toEqual(Array(20).fill({ made: 'together' }));
    expect(await timesActed('together')).toBe(1);
  });

  it('refuses the same key with another input, and leaves the first outcome as it is', async () => {
    await act('reused');

    expect(await act('reused', { input: { amount: 2 } })).toEqual({ refusal: 'idempotency-key-reused' });
    expect(await act('reused')).toEqual({ made: 'reused' });
    expect(await timesActed('reused')).toBe(1);
  });

  it('refuses every other input when different ones race for a key', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => act('race', { input: { amount: turn % 2 } })),
    );

    const refused = outcomes.filter((outcome) => 'refusal' in outcome);
    expect(refused).toEqual(Array(10).fill({ refusal: 'idempotency-key-reused' }));
    expect(await timesActed('race')).toBe(1);
  });

  it('compares inputs by content, whatever the order of their fields', async () => {
    await act('order', { input: { a: 1, b: { c: [1, 2], d: now } } });

    const again = await act('order', { input: { b: { d: now, c: [1, 2] }, a: 1, e: undefined } });
    const shuffled = await act('order', { input: { a: 1, b: { c: [2, 1], d: now } } });

    expect(again).toEqual({ made: 'order' });
    expect(shuffled).toEqual({ refusal: 'idempotency-key-reused' });
  });

  it.each<[string, Partial<Claim>]>([
    ['operations', { operation: 'refund' }],
    ['actors', { actorId: 'someone else' }],
    ['keys', { key: 'apart too' }],
  ])('keeps different %s apart', async (what, other) => {
    const subject = `apart ${what}`;
    const mine = { key: 'apart', operation: `pay ${what}` };

    await act(subject, mine);
    await act(subject, { ...mine, ...other });

    expect(await timesActed(subject)).toBe(2);
  });

  it.each([[null], [undefined]])('acts each time for whoever gives no key (%s)', async (key) => {
    await act(`keyless ${key}`, { key });
    await act(`keyless ${key}`, { key });

    expect(await timesActed(`keyless ${key}`)).toBe(2);
  });

  it('keeps nothing of an act that throws, and acts again', async () => {
    const failing = act('failing', {}, async () => {
      throw new Error('no luck');
    });

    await expect(failing).rejects.toThrow('no luck');
    expect(await keysKept('failing')).toBe(0);
    expect(await timesActed('failing')).toBe(0);

    expect(await act('failing')).toEqual({ made: 'failing' });
    expect(await timesActed('failing')).toBe(1);
  });

  it('lets the second act when the first, which it waited for, throws', async () => {
    const started = Promise.withResolvers<void>();
    const verdict = Promise.withResolvers<object>();
    const first = act('waited for', {}, () => {
      started.resolve();
      return verdict.promise;
    });
    await started.promise;
    const second = act('waited for', {}, async () => ({ made: 'by the second' }));
    await expect.poll(transactionsThatWait).toBe(1);

    verdict.reject(new Error('no luck'));

    await expect(first).rejects.toThrow('no luck');
    expect(await second).toEqual({ made: 'by the second' });
    expect(await timesActed('waited for')).toBe(1);
  });

  it('gives back the very outcome, whatever it is made of', async () => {
    const outcome = {
      text: `it's "50%" of $1, ? or ?? \\ line\nnext – Қазақстан 🌿`,
      number: -0.5,
      flag: false,
      nothing: null,
      list: [{ id: 'a' }, []],
      at: now.toISOString(),
    };

    await act('quotes', {}, async () => outcome);

    expect(await act('quotes')).toEqual(outcome);
  });

  it('takes a key that looks like SQL as it is', async () => {
    const key = `'; ?? $1 \\' --`;

    await act('hostile', { key });
    await act('hostile', { key });

    expect(await timesActed('hostile')).toBe(1);
  });

  function fork(): EntityManager {
    return service.running.database.orm.em.fork();
  }

  async function timesActed(subjectId: string): Promise<number> {
    const rows = await fork().execute('select from audit_entry where subject_id = ?', [subjectId]);
    return rows.length;
  }

  async function keysKept(key: string): Promise<number> {
    const rows = await fork().execute('select from idempotency_key where key = ?', [key]);
    return rows.length;
  }

  async function transactionsThatWait(): Promise<number> {
    const rows = await fork().execute(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  }
});
