import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { audit } from '../../shared/journal/journal.ts';
import { notifyEach } from '../../shared/mail/notice.ts';
import type { Upkeep } from '../../shared/upkeep.ts';
import { EditionCalendar } from '../delegation/edition-calendar/edition-calendar.entity.ts';
import { takesInvitations } from '../delegation/edition-calendar/edition-calendar.rules.ts';
import { BATCH, type DueDeadline, noteReminded } from './due-reminders.ts';
import { DEFAULT_DAYS, dueReminder, REMINDER_DEADLINES, ReminderDeadline } from './reminder.rules.ts';
import { wordReminder } from './word-reminder.ts';

/**
 * Reminds people of the deadlines of their delegations, each once for each day that is set. Repeating it reminds nobody
 * again. Returns how many mails leave.
 */
export async function sendReminders(em: EntityManager, keys: KeyRing, now: Date): Promise<number> {
  const calendars = await em.fork().find(EditionCalendar, {}, { orderBy: { editionId: 'asc' } });
  let sent = 0;
  for (const calendar of calendars.filter(({ status }) => takesInvitations(status))) {
    for (const due of await dueOf(em, calendar, now)) {
      for (let batch = BATCH; batch === BATCH; sent += batch) {
        batch = await em.fork().transactional((tx) => remind(tx, keys, due, calendar.timeZone, now));
      }
    }
  }
  return sent;
}

async function dueOf(em: EntityManager, calendar: EditionCalendar, now: Date): Promise<DueDeadline[]> {
  const { editionId, timeZone } = calendar;
  const set = await em.execute<{ deadline: ReminderDeadline; days_before: number[] }[]>(
    'select deadline, days_before from reminder_days where edition_id = ?',
    [editionId],
  );
  return REMINDER_DEADLINES.flatMap((deadline) => {
    const closesAt = closingOf(calendar, deadline);
    const days = set.find((row) => row.deadline === deadline)?.days_before ?? DEFAULT_DAYS;
    const due = closesAt && dueReminder(closesAt, days, { timeZone, now });
    return due ? [{ editionId, deadline, closesAt, ...due }] : [];
  });
}

function closingOf(calendar: EditionCalendar, deadline: ReminderDeadline): Date | null {
  const closings: Record<ReminderDeadline, Date | null | undefined> = {
    [ReminderDeadline.NOMINATION]: calendar.nominationClosesAt,
    [ReminderDeadline.CONFIRMATION]: calendar.confirmationClosesAt,
    [ReminderDeadline.SUBSTITUTION]: calendar.substitutionClosesAt,
    [ReminderDeadline.CREDENTIALS]: calendar.credentialsCloseAt,
  };
  return closings[deadline] ?? null;
}

async function remind(
  tx: EntityManager,
  keys: KeyRing,
  due: DueDeadline,
  timeZone: string,
  now: Date,
): Promise<number> {
  const reminded = await noteReminded(tx, due, now);
  if (reminded.length === 0) return 0;
  await notifyEach(
    tx,
    keys,
    reminded.map((one) => ({
      to: { personId: one.person_id },
      notice: wordReminder(one, due, timeZone),
      about: one.about_id,
      expiresAt: due.closesAt,
    })),
    now,
  );
  const changes = [
    { field: `reminded.${due.deadline}`, from: null, to: reminded.length },
    { field: 'daysBefore', from: null, to: due.daysBefore },
  ];
  audit(tx, { actorId: null, command: 'sendReminders', subjectId: due.editionId, changes }, now);
  return reminded.length;
}

/** Every quarter of an hour, so that a reminder comes at the hour that is told. */
export const reminderUpkeep: Upkeep = {
  name: 'reminders',
  schedule: '*/15 * * * *',
  async run({ em, keys, now, log }) {
    const sent = await sendReminders(em, keys, now());
    if (sent > 0) log.info({ sent }, 'reminders of deadlines');
  },
};
