import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler, EventHandlers } from '../../shared/events/event.ts';
import { inAllLanguages, notify } from '../../shared/mail/notice.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { inWords, zoneInWords } from '../../shared/text/when.rules.ts';
import { say } from './messages.ts';
import { called } from './when.rules.ts';

interface Booked {
  readonly booking_id: string;
  readonly person_id: string;
  readonly status: string;
  readonly title: Texts;
  readonly room: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly has_conflict: boolean;
  readonly offer_expires_at: Date | null;
}

const BOOKED = `
  select booking.id as booking_id, booking.person_id, booking.status, session.title, session.room, session.starts_at, session.ends_at,
    edition.time_zone, booking.has_conflict, booking.offer_expires_at
  from booking
  join session on session.id = booking.session_id
  join edition on edition.id = session.edition_id
  where booking.id = ? and booking.person_id is not null`;

/** Whoever holds or awaits a seat hears where and when a session is now. */
const noteMoved: EventHandler = async (tx, { payload }, now, keys) => {
  const one = await bookingOf(tx, payload.bookingId, ['BOOKED', 'OFFERED', 'WAITLISTED']);
  if (!one) return;
  const { booking_id: about, person_id: personId, time_zone: zone, starts_at: from, ends_at: until, room } = one;
  const moved = inAllLanguages((locale) =>
    say('SESSION_MOVED_TEXT', locale, {
      from: inWords(from, zone, locale),
      until: inWords(until, zone, locale),
      zone: zoneInWords(zone, from, locale),
      room,
    }),
  );
  const conflict = inAllLanguages((locale) => say('SESSION_CONFLICT_TEXT', locale));
  const notice = {
    subject: inAllLanguages((locale) => say('SESSION_MOVED_SUBJECT', locale, { session: titleOf(one, locale) })),
    paragraphs: one.has_conflict ? [moved, conflict] : [moved],
  };
  notify(tx, keys, { to: { personId }, notice, about, expiresAt: until }, now);
};

const noteEnded: EventHandler = async (tx, { payload }, now, keys) => {
  const one = await bookingOf(tx, payload.bookingId, ['SESSION_CANCELLED']);
  if (!one) return;
  const notice = {
    subject: inAllLanguages((locale) => say('SESSION_CANCELLED_SUBJECT', locale, { session: titleOf(one, locale) })),
    paragraphs: [inAllLanguages((locale) => say('SESSION_CANCELLED_TEXT', locale))],
  };
  notify(tx, keys, { to: { personId: one.person_id }, notice, about: one.booking_id, expiresAt: one.ends_at }, now);
};

const noteOffered: EventHandler = async (tx, { payload }, now, keys) => {
  const one = await bookingOf(tx, payload.bookingId, ['OFFERED']);
  const expiresAt = one?.offer_expires_at ?? null;
  if (!one || expiresAt === null) return;
  const { booking_id: about, person_id: personId, time_zone: zone } = one;
  const notice = {
    subject: inAllLanguages((locale) => say('SESSION_OFFERED_SUBJECT', locale, { session: titleOf(one, locale) })),
    paragraphs: [
      inAllLanguages((locale) =>
        say('OFFERED_TEXT', locale, {
          until: inWords(expiresAt, zone, locale),
          zone: zoneInWords(zone, expiresAt, locale),
        }),
      ),
    ],
  };
  notify(tx, keys, { to: { personId }, notice, about, expiresAt }, now);
};

/** What the forum writes when sessions move or are cancelled, and when a seat in one is offered. */
export const sessionNotices: EventHandlers = {
  SessionBookingEnded: noteEnded,
  SessionMoved: noteMoved,
  SessionSeatOffered: noteOffered,
};

async function bookingOf(tx: EntityManager, id: unknown, statuses: readonly string[]): Promise<Booked | null> {
  const [row] = await tx.execute<Booked[]>(BOOKED, [String(id)]);
  if (!row || !statuses.includes(row.status)) return null;
  return {
    ...row,
    starts_at: new Date(row.starts_at),
    ends_at: new Date(row.ends_at),
    offer_expires_at: row.offer_expires_at && new Date(row.offer_expires_at),
  };
}

function titleOf({ title, room }: Booked, locale: string): string {
  return called(title, locale, room);
}
