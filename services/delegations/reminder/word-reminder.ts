import { inAllLanguages, type Notice, type Texts3 } from '../../shared/mail/notice.ts';
import { inWords, zoneInWords } from '../../shared/text/when.rules.ts';
import { countryName } from '../country/country-name.rules.ts';
import type { DueDeadline, Reminded } from './due-reminders.ts';
import { type reminderMessages, say } from './messages.ts';
import { ReminderDeadline } from './reminder.rules.ts';

type Word = (key: keyof typeof reminderMessages) => Texts3;

/** Words a reminder: until when, in the zone of the edition, and what is missing by then. */
export function wordReminder(reminded: Reminded, { deadline, closesAt }: DueDeadline, timeZone: string): Notice {
  const { country_code: country, allocated, free, pending, unreached } = reminded;
  const word: Word = (key) =>
    inAllLanguages((locale) =>
      say(key, locale, {
        country: countryName(country, locale),
        deadline: inWords(closesAt, timeZone, locale),
        zone: zoneInWords(timeZone, closesAt, locale),
        ...{ allocated, free, pending, unreached },
      }),
    );
  return {
    subject: word(`SUBJECT_${deadline}`),
    paragraphs: [word('UNTIL'), ...missing(reminded, deadline).map(word)],
  };
}

function missing(
  { is_nominee, free, has_head, pending, unreached }: Reminded,
  deadline: ReminderDeadline,
): (keyof typeof reminderMessages)[] {
  if (is_nominee) return ['NAMED_YOU'];
  const head = has_head ? [] : (['NO_HEAD'] as const);
  const people = pending > 0 ? (['PENDING'] as const) : [];
  const silent = unreached > 0 ? (['UNREACHED'] as const) : [];
  switch (deadline) {
    case ReminderDeadline.NOMINATION:
      return ['FREE_PLACES', ...head];
    case ReminderDeadline.CONFIRMATION:
      return ['PENDING', ...silent];
    case ReminderDeadline.SUBSTITUTION:
      return ['MAY_REPLACE', 'PENDING', ...silent];
    case ReminderDeadline.CREDENTIALS:
      return ['NOT_SUBMITTED', ...head, ...(free > 0 ? (['FREE_PLACES'] as const) : []), ...people];
  }
}
