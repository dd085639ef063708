import { GraphQLError } from 'graphql';
import { foldWords } from '../../shared/names/fold.rules.ts';
import { say } from './messages.ts';
import type { RegionCodeLoaders } from './region-code.loaders.ts';

const SEARCH_LENGTH = 100;
/** No folded name is this. */
const NOTHING = '-';

/** The region that a list is narrowed to, null for all. Throws `BAD_USER_INPUT`, which names the codes, for one that does not exist. */
export async function regionAsked(
  region: string | null | undefined,
  { loaders, locale }: { readonly loaders: RegionCodeLoaders; readonly locale: string },
): Promise<string | null> {
  if (region == null) return null;
  const codes = await loaders.regionCodes.load('all');
  const code = region.trim().toUpperCase();
  if (codes.includes(code)) return code;
  throw new GraphQLError(say('UNKNOWN_REGION', locale, { codes: codes.join(', ') }), {
    extensions: { code: 'BAD_USER_INPUT', codes },
  });
}

/** Patterns that a folded name matches each of; null for a search that is blank. Throws `BAD_USER_INPUT` for one that is too long. */
export function searchAsked(search: string | null | undefined, locale: string): readonly string[] | null {
  if (search == null) return null;
  if (search.length > SEARCH_LENGTH) {
    throw new GraphQLError(say('TOO_LONG', locale, { maximum: SEARCH_LENGTH }), {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  const words = foldWords(search);
  if (search.trim() === '') return null;
  return words.length === 0 ? [NOTHING] : words.map((word) => `% ${word}%`);
}
