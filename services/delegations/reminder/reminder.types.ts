import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput } from '../../shared/graph/user-error.ts';
import { EditionReference } from '../delegation/delegation.types.ts';
import { EditionNotFound } from '../delegation/invitation/invite-delegation.types.ts';
import type { ReminderDaysRow } from './reminder.loaders.ts';
import {
  DAYS_AT_MOST,
  DEFAULT_DAYS,
  REMINDER_DEADLINES,
  REMINDERS_AT_MOST,
  ReminderDeadline,
} from './reminder.rules.ts';

registerEnumType(ReminderDeadline, {
  name: 'ReminderDeadline',
  description: 'A deadline of delegations that people are reminded of by mail.',
  valuesConfig: {
    NOMINATION: { description: 'Focal points are reminded whose delegation may name people and has places left.' },
    CONFIRMATION: { description: 'Nominees are reminded who have not confirmed, and the focal points who named them.' },
    SUBSTITUTION: { description: 'Focal points are reminded whose delegation names anybody.' },
    CREDENTIALS: { description: 'Focal points are reminded whose delegation is not submitted.' },
  },
});

@ObjectType('DeadlineReminders', {
  description:
    'On which days before a deadline people are reminded of it by mail: at the hour of the deadline, in the zone of the edition. Each hears once of each day; one whose moment has passed is made up for while the deadline is ahead, unless a later one has. A deadline that is moved is another one.',
})
export class DeadlineRemindersType {
  @Field(() => ReminderDeadline)
  readonly deadline: ReminderDeadline;
  @Field(() => [Int], { description: 'In days, the earliest reminder first. Empty where nobody is reminded.' })
  readonly daysBefore: readonly number[];

  constructor(deadline: ReminderDeadline, daysBefore: readonly number[]) {
    this.deadline = deadline;
    this.daysBefore = daysBefore;
  }
}

/** The reminders of every deadline, as they were set or by default. */
export function remindersOf(set: readonly ReminderDaysRow[]): DeadlineRemindersType[] {
  return REMINDER_DEADLINES.map((deadline) => {
    const row = set.find((one) => one.deadline === deadline);
    return new DeadlineRemindersType(deadline, row?.days_before ?? DEFAULT_DAYS);
  });
}

@InputType({ description: 'When delegations to an edition are reminded of a deadline.' })
export class SetReminderDaysInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => ReminderDeadline)
  readonly deadline!: ReminderDeadline;
  @Field(() => [Int], {
    description: `In days before the deadline, 1 to ${DAYS_AT_MOST}, each once, at most ${REMINDERS_AT_MOST}. Empty for no reminder.`,
  })
  readonly daysBefore!: number[];
}

@ObjectType({ description: 'People are reminded on these days from now on.' })
export class SetReminderDaysSuccess {
  @Field(() => EditionReference, {
    nullable: true,
    description: 'Null while the service that owns editions is out of reach.',
  })
  readonly edition: EditionReference;
  @Field(() => [DeadlineRemindersType], { description: 'Of all deadlines of the edition.' })
  readonly reminders: DeadlineRemindersType[];

  constructor(editionId: string, reminders: DeadlineRemindersType[]) {
    this.edition = new EditionReference(editionId);
    this.reminders = reminders;
  }
}

export const SetReminderDaysResult = createUnionType({
  name: 'SetReminderDaysResult',
  description: 'The reminders of the edition, or what stands in the way.',
  types: () => [SetReminderDaysSuccess, EditionNotFound, InvalidInput] as const,
});
