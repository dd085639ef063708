import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { DEFAULT_DAYS, type ReminderDeadline } from './reminder.rules.ts';

export interface SetReminderDays {
  readonly actorId: string;
  readonly editionId: string;
  readonly deadline: ReminderDeadline;
  /** Checked already. */
  readonly daysBefore: readonly number[];
}

export type SetReminderDaysOutcome = { readonly editionId: string } | { readonly refusal: 'edition-not-found' };

/**
 * Sets on which days before a deadline of an edition delegations are reminded of it. Nobody is reminded anew of what they
 * were reminded of on a later day.
 */
export function setReminderDays(
  em: EntityManager,
  { actorId, editionId, deadline, daysBefore }: SetReminderDays,
  now: Date,
): Promise<SetReminderDaysOutcome> {
  const days = daysBefore.toSorted((a, b) => b - a);
  return em.transactional(async (tx) => {
    // Whoever sets days of the same edition at the same moment waits here.
    const known = await tx.execute('select from edition_calendar where edition_id = ? for no key update', [editionId]);
    if (known.length === 0) return { refusal: 'edition-not-found' };
    const [present] = await tx.execute<{ days_before: number[] }[]>(
      'select days_before from reminder_days where edition_id = ? and deadline = ?',
      [editionId, deadline],
    );
    const [from, to] = [(present?.days_before ?? DEFAULT_DAYS).join(', '), days.join(', ')];
    if (present && from === to) return { editionId };
    await tx.execute(
      `insert into reminder_days (edition_id, deadline, days_before)
       values (?, ?, array(select jsonb_array_elements_text(?::jsonb)::integer))
       on conflict (edition_id, deadline) do update set days_before = excluded.days_before`,
      [editionId, deadline, JSON.stringify(days)],
    );
    const changes = [{ field: `reminderDays.${deadline}`, from, to }];
    audit(tx, { actorId, command: 'setReminderDays', subjectId: editionId, changes }, now);
    publish(tx, 'ReminderDaysSet', { editionId, deadline, daysBefore: to }, now);
    return { editionId };
  });
}
