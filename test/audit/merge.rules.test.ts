import { describe, expect, it } from 'vitest';
import { merge } from '../../gateway/audit/merge.rules.ts';

const entry = (minute: number, id: string) => ({ at: `2026-05-01T08:0${minute}:00.000Z`, id });

describe('the joined trail', () => {
  it('is the newest first, and of one instant the later ID', () => {
    const forum = [entry(5, 'e'), entry(3, 'b')];
    const accounts = [entry(4, 'd'), entry(3, 'c'), entry(1, 'a')];

    const { entries } = merge([forum, accounts], 10);

    expect(entries.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it.each([
    [2, ['c', 'b'], true],
    [3, ['c', 'b', 'a'], false],
  ])('of %i entries a page says whether there are more', (size, ids, hasNextPage) => {
    const { entries, ...more } = merge([[entry(3, 'c'), entry(1, 'a')], [entry(2, 'b')], []], size);

    expect({ ids: entries.map(({ id }) => id), ...more }).toEqual({ ids, hasNextPage });
  });

  it('is empty where nobody did anything', () => {
    expect(merge([[], []], 20)).toEqual({ entries: [], hasNextPage: false });
  });
});
