import type { FileSource } from '../../../../shared/files/file.ts';
import type { ServiceContext } from '../../../../shared/service.ts';
import { isKnownLanguage } from '../../../../shared/text/given-texts.rules.ts';
import { localize } from '../../../../shared/text/localize.rules.ts';
import type { EditionLoaders } from '../../../edition/edition.loaders.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import type { PublicCalendarLoaders } from './public-calendar.loaders.ts';

interface CalendarContext extends ServiceContext {
  readonly loaders: EditionLoaders & PublicCalendarLoaders;
}

/** Where files of this kind are. */
export const PROGRAMMES = 'programme';

/** So long may somebody see a programme that has just been released as it was before. */
const CACHE_SECONDS = 300;

/**
 * The released programme of an edition for anybody's calendar, by the edition's ID.
 *
 * In the language of the request, or that of `?locale=`: a calendar that is subscribed to asks in none.
 */
export const programmeCalendar: FileSource<CalendarContext> = async (context, { id, query }) => {
  const { loaders, now } = context;
  const [edition, sessions] = await Promise.all([loaders.editionById.load(id), loaders.calendarByEdition.load(id)]);
  if (!edition) return 'not-found';
  const asked = query.locale ?? '';
  const locale = isKnownLanguage(asked) ? asked : context.locale;
  const name = localize(edition.title, locale)?.text ?? String(edition.year);
  return {
    contentType: 'text/calendar; charset=utf-8',
    filename: `forum-${edition.year}.ics`,
    body: calendarOf(sessions, { name, timeZone: edition.time_zone, locale, now: now() }),
    cacheSeconds: CACHE_SECONDS,
  };
};
