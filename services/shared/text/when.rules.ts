/** An instant as people read it on the clocks of a place. */
export function inWords(instant: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);
}

/** A zone as people name it: by its city and what it is ahead of UTC. */
export function zoneInWords(timeZone: string, at: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  return `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')}, ${offset}`;
}
