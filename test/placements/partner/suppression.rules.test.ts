import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sector } from '../../../services/placements/opening/opening.rules.ts';
import { SMALLEST_SHOWN, suppressSmall } from '../../../services/placements/partner/statistics/statistics.rules.ts';

const SECTORS = Object.values(Sector);

describe('numbers of each sector', () => {
  it.each([
    ['shows all that are large enough', [3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8]],
    ['hides a small one, and the next one with it', [1, 4, 5, 6, 7, 8], [null, null, 5, 6, 7, 8]],
    ['comes to the first after the last', [8, 7, 6, 5, 4, 1], [null, 7, 6, 5, 4, null]],
    ['hides none as it hides few', [0, 1, 5, 6, 7, 8], [null, null, null, 6, 7, 8]],
    ['hides one more, however many are small', [0, 5, 1, 6, 2, 8], [null, 5, null, 6, null, null]],
    ['hides everything where but one is large', [0, 1, 2, 1, 0, 9], [null, null, null, null, null, null]],
    ['hides everything where there is little', [2, 2, 2, 2, 2, 2], [null, null, null, null, null, null]],
    ['tells of nobody where there is nobody', [0, 0, 0, 0, 0, 0], [null, null, null, null, null, null]],
  ])('%s', (_case, given, shown) => {
    expect(published(given)).toEqual(shown);
  });

  it('never shows a small number, and never changes one it shows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 6, maxLength: 6 }), (given) => {
        for (const [index, shown] of published(given).entries()) {
          expect(shown === null || (shown === given[index] && shown >= SMALLEST_SHOWN)).toBe(true);
        }
      }),
    );
  });

  it('leaves no small number to be worked out from the total and from what is shown, by whoever knows these rules', () => {
    const possible = new Map<string, Set<number>[]>();
    for (const given of tables()) {
      const key = keyOf(given);
      const values = possible.get(key) ?? SECTORS.map(() => new Set<number>());
      for (const [index, value] of given.entries()) values[index]?.add(value);
      possible.set(key, values);
    }

    const known = tables()
      .filter((given) => given.every((value) => value < LARGEST))
      .filter((given) =>
        given.some(
          (value, index) => value < SMALLEST_SHOWN && value > 0 && possible.get(keyOf(given))?.[index]?.size === 1,
        ),
      );

    expect(known).toEqual([]);
  });
});

function published(given: readonly number[]): (number | null)[] {
  const counts = Object.fromEntries(SECTORS.map((sector, index) => [sector, given[index] ?? 0]));
  return suppressSmall(counts).map(({ deployed }) => deployed);
}

function keyOf(given: readonly number[]): string {
  return JSON.stringify([given.reduce((sum, value) => sum + value, 0), published(given)]);
}

/** Tables with a number as large as this only stand for those with larger ones. */
const LARGEST = 6;
let all: number[][] | undefined;

/** Every table of six numbers from 0 to the largest. */
function tables(): number[][] {
  all ??= SECTORS.reduce<number[][]>(
    (tables) => tables.flatMap((table) => Array.from({ length: LARGEST + 1 }, (_one, value) => [...table, value])),
    [[]],
  );
  return all;
}
