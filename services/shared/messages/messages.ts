import { IntlMessageFormat } from 'intl-messageformat';
import { type PortalLanguage, portalLanguage } from '../text/localize.rules.ts';

/** One message in every language of the portal, in ICU MessageFormat. A missing language does not compile. */
export type Message = Readonly<Record<PortalLanguage, string>>;
export type Catalogue = Readonly<Record<string, Message>>;
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** Says a message by key in the language nearest to the asked locale. */
export type Say<Key extends string> = (key: Key, locale: string, values?: MessageValues) => string;

/**
 * Makes a catalogue speak. Patterns are compiled once, when first said.
 *
 * Throws at first use of a pattern that is no valid ICU message, or that misses a value.
 */
export function speaker<C extends Catalogue>(catalogue: C): Say<keyof C & string> {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, locale, values) => {
    const language = portalLanguage(locale);
    const id = `${language}/${key}`;
    let format = compiled.get(id);
    if (!format) {
      format = new IntlMessageFormat(catalogue[key]?.[language] ?? key, language);
      compiled.set(id, format);
    }
    return String(format.format(values));
  };
}
