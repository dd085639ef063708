import { localize, type Texts } from '../../../shared/text/localize.rules.ts';

/** An instant as people read it on the clocks of a place, with what these are ahead of UTC. */
export function inWords(instant: Date, timeZone: string, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  return `${date}, ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC'}`;
}

/** What an opening is called in a language; its city where nobody has written a title. */
export function called({ title, city }: { readonly title: Texts; readonly city: string }, locale: string): string {
  return localize(title, locale)?.text ?? city;
}
