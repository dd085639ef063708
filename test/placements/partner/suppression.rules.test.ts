import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sector } from '../../../services/placements/opening/opening.rules.ts';
import { SMALLEST_SHOWN, suppressSmall } from '../../../services/placements/partner/statistics/statistics.rules.ts';

const SECTORS = Object.values(Sector);

describe('numbers of each sector', () => {
  it.each([
    ['shows all that are large enough', [3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8]],
    ['hides a small one, and its neighbour with it', [1, 4, 5, 6, 7, 8], [null, null, 5, 6, 7, 8]],
    ['hides a neighbour that comes before', [8, 7, 6, 5, 4, 1], [8, 7, 6, 5, null, null]],
    ['hides a neighbour in which there is nobody', [0, 2, 5, 6, 0, 8], [null, null, 5, 6, undefined, 8]],
    ['hides two small neighbours', [2, 1, 5, 0, 3, 0], [null, null, 5, undefined, 3, undefined]],
    ['hides everything where there is little', [2, 0, 2, 2, 0, 1], [null, null, null, null, null, null]],
    [
      'leaves out where there is nobody',
      [0, 3, 0, 0, 0, 0],
      [undefined, 3, undefined, undefined, undefined, undefined],
    ],
  ])('%s', (_case, given, shown) => {
    expect(published(given)).toEqual(shown);
  });

  it('never shows a small number, and never changes one it shows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 6, maxLength: 6 }), (given) => {
        for (const [index, shown] of published(given).entries()) {
          expect(
            shown === null || ((shown ?? 0) === given[index] && (shown === undefined || shown >= SMALLEST_SHOWN)),
          ).toBe(true);
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

/** What is read of each sector: its number, null where it is suppressed, nothing where it is left out. */
function published(given: readonly number[]): (number | null | undefined)[] {
  const counts = Object.fromEntries(SECTORS.map((sector, index) => [sector, given[index] ?? 0]));
  const read = new Map(suppressSmall(counts).map(({ sector, deployed }) => [sector, deployed]));
  return SECTORS.map((sector) => read.get(sector));
}

function keyOf(given: readonly number[]): string {
  const shown = published(given).map((one) => one ?? (one === null ? 'hidden' : 'none'));
  return JSON.stringify([given.reduce((sum, value) => sum + value, 0), shown]);
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
