import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationRemindersResolver, EditionRemindersResolver, SetReminderDaysResolver } from './reminder.resolver.ts';
import { reminderUpkeep } from './send-reminders.ts';

/** Mails that remind people of the deadlines of their delegations. */
export const reminderPart: ServicePart<DelegationsContext> = {
  resolvers: [SetReminderDaysResolver, DelegationRemindersResolver, EditionRemindersResolver],
  upkeep: [reminderUpkeep],
};
