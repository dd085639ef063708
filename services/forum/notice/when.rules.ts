import { localize, type Texts } from '../../shared/text/localize.rules.ts';

/** What an edition or session is called in a language; `otherwise` where nobody has written it. */
export function called(texts: Texts, locale: string, otherwise: string): string {
  return localize(texts, locale)?.text ?? otherwise;
}
