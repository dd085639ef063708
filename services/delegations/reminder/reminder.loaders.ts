import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { ReminderDeadline } from './reminder.rules.ts';

/** Days before a deadline as somebody has set them. */
export interface ReminderDaysRow {
  readonly key: string;
  readonly deadline: ReminderDeadline;
  readonly days_before: readonly number[];
}

const REMINDER_DAYS = statement(
  'reminder_days_by_edition',
  'select edition_id as key, deadline, days_before from reminder_days where edition_id = any($1::text[])',
);

export interface ReminderLoaders {
  /** What was set for an edition; deadlines without any go by the default. */
  readonly reminderDaysByEdition: DataLoader<string, ReminderDaysRow[]>;
}

export function reminderLoaders(read: Reader): ReminderLoaders {
  return { reminderDaysByEdition: keyedListLoader<ReminderDaysRow>(read, REMINDER_DAYS) };
}
