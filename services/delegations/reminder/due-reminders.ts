import type { EntityManager } from '@mikro-orm/postgresql';
import { awaitsFocalPoint, DelegationStatus, OVER } from '../delegation/delegation.rules.ts';
import { takesNominations } from '../nomination/deadline/deadlines.rules.ts';
import { INACTIVE, NominationStatus } from '../nomination/nomination.rules.ts';
import { type DueReminder, ReminderDeadline } from './reminder.rules.ts';

/** A deadline of an edition, and which of its reminders is due. */
export interface DueDeadline extends DueReminder {
  readonly editionId: string;
  readonly deadline: ReminderDeadline;
  readonly closesAt: Date;
}

/** Somebody to remind, and what they have to do until the deadline, in numbers of people. */
export interface Reminded {
  /** ID of the focal point or nomination that makes them somebody to remind. */
  readonly about_id: string;
  readonly person_id: string;
  readonly is_nominee: boolean;
  readonly country_code: string;
  /** Places of all quotas, and how many of them nobody is named for. */
  readonly allocated: number;
  readonly free: number;
  readonly has_head: boolean;
  /** How many are named who have not confirmed, and how many of them have no account, so that no mail reaches them. */
  readonly pending: number;
  readonly unreached: number;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const NOT_HANDED_IN = quoted(
  Object.values(DelegationStatus).filter((status) => takesNominations(status) || awaitsFocalPoint(status)),
);
const IS_COMING = `delegation.status not in (${quoted(OVER)})`;

/** Whose focal points hear of a deadline. */
const CONCERNED: Record<ReminderDeadline, string> = {
  [ReminderDeadline.NOMINATION]: `delegation.status in (${NOT_HANDED_IN}) and free > 0`,
  [ReminderDeadline.CONFIRMATION]: `${IS_COMING} and pending > 0`,
  [ReminderDeadline.SUBSTITUTION]: `${IS_COMING} and named > 0`,
  [ReminderDeadline.CREDENTIALS]: `delegation.status in (${NOT_HANDED_IN})`,
};

const NOMINEES = `
  union all
  select nomination.id, nomination.person_id, true, delegation.country_code, 0, 0, true, 0, 0
  from nomination join delegation on delegation.id = nomination.delegation_id
  where nomination.edition_id = :edition and nomination.person_id is not null
    and nomination.status = '${NominationStatus.NOMINATED}' and ${IS_COMING}
    and (nominated_at is null or nominated_at < :at)`;

/** At most this many are reminded in one transaction. */
export const BATCH = 500;

/**
 * Notes whom to remind of a deadline next, and returns them: a few hundred at a time, each once. Of two processes that do so
 * at the same moment, one has each of them.
 *
 * Whoever was named after the moment of the reminder is passed by, and so is whoever had a later reminder of it already.
 */
export function noteReminded(
  tx: EntityManager,
  { editionId, deadline, closesAt, daysBefore, at }: DueDeadline,
  now: Date,
): Promise<Reminded[]> {
  const named = { edition: editionId, deadline, closes: closesAt, days: daysBefore, at, now };
  const { sql, values } = positional(
    `with concerned as (
       select focal_point.id as about_id, focal_point.person_id, false as is_nominee, delegation.country_code,
         allocated, free, has_head, pending, unreached
       from delegation
       join focal_point on focal_point.delegation_id = delegation.id
       cross join lateral (
         select coalesce(sum(quota.allocated), 0)::integer as allocated,
           coalesce(sum(quota.allocated - used), 0)::integer as free
         from quota where quota.delegation_id = delegation.id
       ) as places
       cross join lateral (
         select count(*)::integer as named, coalesce(bool_or(role = 'HEAD'), false) as has_head,
           count(*) filter (where status = '${NominationStatus.NOMINATED}')::integer as pending,
           count(*) filter (
             where status = '${NominationStatus.NOMINATED}' and nomination.person_id is null)::integer as unreached
         from nomination
         where nomination.delegation_id = delegation.id and status not in (${quoted(INACTIVE)})
       ) as people
       where delegation.edition_id = :edition and focal_point.person_id is not null and focal_point.until is null
         and focal_point.since < :at and ${CONCERNED[deadline]}
       ${deadline === ReminderDeadline.CONFIRMATION ? NOMINEES : ''}
     ), due as (
       select * from concerned where not exists (
         select from reminder_sent
         where reminder_sent.about_id = concerned.about_id and deadline = :deadline and closes_at = :closes
           and days_before <= :days
       )
       order by about_id limit ${BATCH}
     ), noted as (
       insert into reminder_sent (about_id, deadline, closes_at, days_before, sent_at)
       select about_id, :deadline, :closes, :days, :now from due
       on conflict do nothing returning about_id
     )
     select due.* from due join noted using (about_id) order by about_id`,
    named,
  );
  return tx.execute<Reminded[]>(sql, values);
}

/** A statement whose values stand where they are named. */
function positional(text: string, named: Readonly<Record<string, unknown>>): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const sql = text.replace(/(?<!:):([a-z]+)\b/g, (_, name: string) => {
    values.push(named[name]);
    return '?';
  });
  return { sql, values };
}
