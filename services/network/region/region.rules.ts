import { foldWords } from '../../shared/names/fold.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';

/** A region by all that people call it. */
export interface NamedRegion {
  readonly code: string;
  readonly names: Texts;
  readonly otherNames: readonly string[];
}

export type RegionsFound = { readonly codes: readonly string[] } | { readonly refusal: 'no-such-code' };

const CODE = /^[A-Z]{2}-[A-Z0-9]{1,3}$/i;
/** What says of which kind a region is, beside its name. */
const REGION_WORDS = new Set(foldWords('облысы облыс область области обл region oblast oblysy'));
const CITY_WORDS = new Set(foldWords('қаласы қала город города г city qalasy'));

/**
 * The regions that a text means: by ISO 3166-2 code, or by a name in any script and common spelling.
 *
 * `Алматы` is a region and a city, and means both; `Алматы облысы` is the region alone. A text that is nobody's name
 * finds none; one in the shape of a code that does not exist is refused.
 */
export function regionsNamed(asked: string, regions: readonly NamedRegion[]): RegionsFound {
  const text = asked.trim();
  if (CODE.test(text)) {
    const known = regions.find(({ code }) => code === text.toUpperCase());
    return known ? { codes: [known.code] } : { refusal: 'no-such-code' };
  }
  const { name, kind } = partsOf(text);
  if (name === '') return { codes: [] };
  const meant = regions.filter(({ names, otherNames }) => {
    const kindOfRegion = isRegion(names) ? 'region' : 'city';
    const called = [...Object.values(names), ...otherNames].some((one) => partsOf(one).name === name);
    return called && (kind === null || kind === kindOfRegion);
  });
  return { codes: meant.map(({ code }) => code) };
}

/** A region's name says that it is one; a city's is its name alone. */
function isRegion(names: Texts): boolean {
  return Object.values(names).some((name) => partsOf(name).kind === 'region');
}

function partsOf(text: string): { readonly name: string; readonly kind: 'region' | 'city' | null } {
  const words = foldWords(text);
  const name = words.filter((word) => !REGION_WORDS.has(word) && !CITY_WORDS.has(word)).join(' ');
  if (words.some((word) => REGION_WORDS.has(word))) return { name, kind: 'region' };
  return { name, kind: words.some((word) => CITY_WORDS.has(word)) ? 'city' : null };
}
