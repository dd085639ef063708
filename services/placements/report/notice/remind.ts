import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { inAllLanguages, type Notice, notifyEach } from '../../../shared/mail/notice.ts';
import { dayInWords } from '../../../shared/text/wording.rules.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import type { DutyReportKind } from '../report.rules.ts';
import { sayInMail } from './messages.ts';

const BATCH = 500;
/** Stands for the reminder that comes once the day has passed. */
const PAST = -1;

interface RemindedRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: DutyReportKind;
  readonly due_on: string;
  readonly days_before: number;
  /** The moment at which the day it is due is over where the host is. */
  readonly over_at: string;
}

/**
 * Who serves is reminded of a report that is due: once in the last seven days, once in the last two, once when it is
 * overdue. Each is noted, so that nobody is reminded twice, however many remind; a report with another day due is new.
 *
 * Hosts are not: who their officers are is known to another service alone.
 */
const NOTE_REMINDERS = `
  with waiting as (
    select id, person_id, kind, due_on, (due_on + 1)::timestamp at time zone time_zone as over_at,
      due_on - (?::timestamptz at time zone time_zone)::date as days_left
    from duty_report
    where state in ('DUE', 'DRAFT', 'RETURNED') and kind in ('ARRIVAL', 'PERIODIC', 'FINAL')
      and due_on <= (?::timestamptz at time zone 'UTC')::date + 8
  ), due as (
    select *, case when days_left < 0 then ${PAST} when days_left <= 1 then 1 else 7 end as days_before
    from waiting where days_left <= 7
  ), noted as (
    insert into duty_report_reminder (duty_report_id, due_on, days_before, sent_at)
    select id, due_on, days_before, ?
    from due
    where not exists (
      select from duty_report_reminder as sent
      where sent.duty_report_id = due.id and sent.due_on = due.due_on and sent.days_before = due.days_before
    )
    order by id limit ${BATCH}
    on conflict do nothing
    returning duty_report_id, days_before
  )
  select due.id, person_id, kind, due_on::text, due.days_before, over_at
  from due join noted on noted.duty_report_id = due.id order by due.id`;

/** Reminds all who are to be reminded at a moment. Returns how many mails leave. */
export async function remindOfReports(em: EntityManager, keys: KeyRing, now: Date): Promise<number> {
  let mails = 0;
  for (let sent = BATCH; sent === BATCH; mails += sent) {
    sent = await em.fork().transactional((tx) => remindSome(tx, keys, now));
  }
  return mails;
}

async function remindSome(tx: EntityManager, keys: KeyRing, now: Date): Promise<number> {
  const reminded = await tx.execute<RemindedRow[]>(NOTE_REMINDERS, [now, now, now]);
  const notices = reminded.map((row) => ({
    to: { personId: row.person_id },
    notice: reminderOf(row),
    about: row.id,
    // What was due then is overdue by now, and said so by another mail.
    expiresAt: row.days_before === PAST ? null : new Date(row.over_at),
  }));
  await notifyEach(tx, keys, notices, now);
  return reminded.length;
}

function reminderOf({ kind, due_on, days_before }: RemindedRow): Notice {
  const what = days_before === PAST ? 'OVERDUE' : 'REMINDER';
  const say = (part: 'SUBJECT' | 'TEXT') =>
    inAllLanguages((language) => {
      const date = dayInWords(new Date(due_on), 'UTC', language);
      return sayInMail(`${what}_${part}`, language, { report: sayInMail(kind, language), date });
    });
  return { subject: say('SUBJECT'), paragraphs: [say('TEXT')] };
}

export const reminderUpkeep: Upkeep = {
  name: 'duty_report_reminders',
  schedule: '10 * * * *',
  async run({ em, keys, now, log }) {
    const mails = await remindOfReports(em, keys, now());
    if (mails > 0) log.info({ mails }, 'reminders of reports');
  },
};
