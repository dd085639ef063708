import { isToken } from '../../../shared/crypto/link-token.ts';
import type { FileSource } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { localize, portalLanguage } from '../../../shared/text/localize.rules.ts';
import type { EditionLoaders } from '../../edition/edition.loaders.ts';
import type { SessionLoaders } from '../session.loaders.ts';
import type { CalendarBookingRow, CalendarLoaders } from './calendar.loaders.ts';
import { calendarEvent, calendarStatus, type OwnEntry } from './calendar.rules.ts';
import { writeCalendar } from './calendar-of.ts';
import { say } from './messages.ts';

interface CalendarContext extends ServiceContext {
  readonly loaders: CalendarLoaders & EditionLoaders & SessionLoaders;
}

/** Where files of this kind are. */
export const PERSONAL_PROGRAMMES = 'personal-programme';

/** A participant's programme for their calendar: whoever has the link reads it. */
export const personalProgramme: FileSource<CalendarContext> = async ({ loaders, now }, { id, query }) => {
  const subscription = await loaders.calendarSubscriptionByRegistration.load(id);
  if (!isToken(query.token ?? '', subscription?.token_hash ?? null) || !subscription) return 'not-found';
  const [edition, bookings] = await Promise.all([
    loaders.editionById.load(subscription.edition_id),
    loaders.calendarBookingsByRegistration.load(id),
  ]);
  if (!edition) return 'not-found';
  const locale = portalLanguage(subscription.locale);
  const timeZone = edition.time_zone;
  const events = await Promise.all(
    bookings.map(async (booking) => {
      const own = ownEntry(booking, locale, timeZone);
      const session = own && (await loaders.sessionById.load(booking.session_id));
      return session ? [calendarEvent(session, locale, own)] : [];
    }),
  );
  const name = say('PERSONAL_PROGRAMME', locale, { edition: localize(edition.title, locale)?.text ?? edition.year });
  const inOrder = events.flat().sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return {
    contentType: 'text/calendar; charset=utf-8',
    filename: `forum-${edition.year}.ics`,
    body: writeCalendar(inOrder, { name, timeZone, locale, now: now() }),
  };
};

function ownEntry(
  { status, offer_expires_at, changes }: CalendarBookingRow,
  locale: string,
  timeZone: string,
): OwnEntry | null {
  const shown = calendarStatus(status);
  if (shown === null) return null;
  const isOffer = shown === 'TENTATIVE' && offer_expires_at !== null;
  const until = isOffer && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    status: shown,
    changes,
    remark: until ? say('SEAT_HELD', locale, { until: until.format(offer_expires_at) }) : null,
  };
}
