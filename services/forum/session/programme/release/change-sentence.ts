import { localize, portalLanguage, type Texts } from '../../../../shared/text/localize.rules.ts';
import { say } from '../messages.ts';
import { type ProgrammeChange, ProgrammeChangeKind, ProgrammeField } from './difference.rules.ts';

const { STARTS_AT, ENDS_AT, ROOM } = ProgrammeField;

/** Day first in all three, so that a day reads the same beside a time. */
const REGIONAL = { kk: 'kk', ru: 'ru', en: 'en-GB' } as const;

/** A change in one or two sentences for people: `Moved from 10:00 to 11:30, room B.` Times are in the edition's zone. */
export function changeSentence(change: ProgrammeChange, timeZone: string, locale: string): string {
  const room = nameIn(change.roomName, locale);
  const when = momentIn(change.startsAt, timeZone, locale);
  switch (change.kind) {
    case ProgrammeChangeKind.ADDED:
      return say('ADDED', locale, { when, room });
    case ProgrammeChangeKind.CANCELLED:
      return say('CANCELLED', locale, { when, room });
    case ProgrammeChangeKind.CHANGED:
      return say('CHANGED', locale, { what: fieldNames(change, [], locale) });
    case ProgrammeChangeKind.MOVED:
      return moved(change, { room, when, timeZone, locale });
  }
}

interface Telling {
  readonly room: string;
  readonly when: string;
  readonly timeZone: string;
  readonly locale: string;
}

function moved(change: ProgrammeChange, { room, when, timeZone, locale }: Telling): string {
  const [start, end] = [instantBefore(change, STARTS_AT), instantBefore(change, ENDS_AT)];
  const formerRoom = roomBefore(change);
  const timesOf = (from: Date, to: Date) => spanOf(from, to, timeZone, locale);
  // The first of these that changed makes the sentence; a later end goes without saying where the start is moved.
  const [sentence, told] = start
    ? [say('MOVED_IN_TIME', locale, { ...timesOf(start, change.startsAt), room }), [STARTS_AT, ENDS_AT, ROOM]]
    : formerRoom
      ? [say('MOVED_TO_ROOM', locale, { from: nameIn(formerRoom, locale), room, when }), [ROOM]]
      : [say('ENDS_AT_ANOTHER_TIME', locale, { ...timesOf(end ?? change.endsAt, change.endsAt), room }), [ENDS_AT]];
  const what = fieldNames(change, told, locale);
  return what === '' ? sentence : `${sentence} ${say('ALSO_CHANGED', locale, { what })}`;
}

function instantBefore({ fields }: ProgrammeChange, field: ProgrammeField): Date | null {
  const from = fields.find((one) => one.field === field)?.from;
  return typeof from === 'string' ? new Date(from) : null;
}

function roomBefore({ fields }: ProgrammeChange): Texts | null {
  const from = fields.find(({ field }) => field === ROOM)?.from;
  return from !== null && typeof from === 'object' && 'name' in from && typeof from.name === 'object'
    ? from.name
    : null;
}

/** Two instants as people tell them apart: by the time alone on one day, by day and time otherwise. */
function spanOf(from: Date, to: Date, timeZone: string, locale: string): { from: string; to: string } {
  const isOneDay = dayIn(from, timeZone, locale) === dayIn(to, timeZone, locale);
  const write = isOneDay ? timeIn : momentIn;
  return { from: write(from, timeZone, locale), to: write(to, timeZone, locale) };
}

function momentIn(at: Date, timeZone: string, locale: string): string {
  return `${dayIn(at, timeZone, locale)}, ${timeIn(at, timeZone, locale)}`;
}

function dayIn(at: Date, timeZone: string, locale: string): string {
  return format(at, locale, { timeZone, day: 'numeric', month: 'long' });
}

function timeIn(at: Date, timeZone: string, locale: string): string {
  return format(at, locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(REGIONAL[portalLanguage(locale)], options).format(at);
}

function fieldNames({ fields }: ProgrammeChange, told: readonly ProgrammeField[], locale: string): string {
  const names = fields
    .map(({ field }) => field)
    .filter((field) => !told.includes(field))
    // The start of a session is never changed but by moving it, which the sentence tells.
    .flatMap((field) => (field === STARTS_AT ? [] : [say(field, locale)]));
  return names.join(', ');
}

function nameIn(name: Texts, locale: string): string {
  return localize(name, locale)?.text ?? '';
}
