import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, personOf } from '../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../shared/access/allow.ts';
import { Violation } from '../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationType, EditionReference } from '../delegation/delegation.types.ts';
import { invalidInput } from '../delegation/delegation-refusals.types.ts';
import { mayReadDesk } from '../delegation/desk/desk.rules.ts';
import { EditionNotFound } from '../delegation/invitation/invite-delegation.types.ts';
import { VERIFIERS } from '../nomination/nomination.rules.ts';
import { say } from './messages.ts';
import { checkDays, DAYS_AT_MOST, type DaysViolation, REMINDERS_AT_MOST } from './reminder.rules.ts';
import {
  DeadlineRemindersType,
  remindersOf,
  SetReminderDaysInput,
  SetReminderDaysResult,
  SetReminderDaysSuccess,
} from './reminder.types.ts';
import { setReminderDays } from './set-reminder-days.ts';

const codes: Record<DaysViolation['problem'], 'DAYS_OUT_OF_RANGE' | 'REPEATED' | 'TOO_MANY_REMINDERS'> = {
  'out-of-range': 'DAYS_OUT_OF_RANGE',
  repeated: 'REPEATED',
  'too-many': 'TOO_MANY_REMINDERS',
};

@Resolver()
export class SetReminderDaysResolver {
  @Allow(holdersOver('EDITION', ({ args }: Call) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => SetReminderDaysResult, {
    description: 'Sets on which days before a deadline people of the delegations to an edition are reminded by mail.',
  })
  async setReminderDays(
    @Arg('input', () => SetReminderDaysInput) { editionId, deadline, daysBefore }: SetReminderDaysInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof SetReminderDaysResult> {
    const violations = checkDays(daysBefore).map(({ index, problem }) => {
      const path = ['input', 'daysBefore', ...(index === null ? [] : [String(index)])];
      const maximum = problem === 'too-many' ? REMINDERS_AT_MOST : DAYS_AT_MOST;
      return new Violation(path, codes[problem], say(codes[problem], locale, { maximum }));
    });
    if (violations.length > 0) return invalidInput(violations, locale);
    const command = { actorId: personOf(viewer), editionId, deadline, daysBefore };
    const outcome = await setReminderDays(em, command, now());
    if ('refusal' in outcome) return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
    const set = await loaders.reminderDaysByEdition.load(editionId);
    return new SetReminderDaysSuccess(editionId, remindersOf(set));
  }
}

@Resolver(() => DelegationType)
export class DelegationRemindersResolver {
  @FieldResolver(() => [DeadlineRemindersType], {
    description: 'For its focal points, accreditation officers and administrators; empty for all others.',
  })
  async reminders(
    @Root() { id, editionId, state: status }: DelegationType,
    @Ctx() { viewer, loaders }: DelegationsContext,
  ): Promise<DeadlineRemindersType[]> {
    if (viewer.personId === null) return [];
    const focalPoints = await loaders.focalPointsByDelegation.load(id);
    if (!mayReadDesk(viewer, { id, editionId, status }, focalPoints)) return [];
    return remindersOf(await loaders.reminderDaysByEdition.load(editionId));
  }
}

@Resolver(() => EditionReference)
export class EditionRemindersResolver {
  @Allow<EditionReference>(holdersOver('EDITION', ({ of }) => of.id, ...VERIFIERS))
  @FieldResolver(() => [DeadlineRemindersType], {
    nullable: true,
    description:
      'When delegations are reminded of their deadlines. Null while the delegations service is out of reach.',
  })
  async delegationReminders(
    @Root() { id }: EditionReference,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<DeadlineRemindersType[]> {
    return remindersOf(await loaders.reminderDaysByEdition.load(id));
  }
}
