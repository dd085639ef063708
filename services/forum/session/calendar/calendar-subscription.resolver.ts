import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { personOf, signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { fileUrl } from '../../../shared/files/file.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { RegistrationType, registrationOf } from '../../registration/registration.types.ts';
import {
  CalendarSubscriptionType,
  CreateCalendarSubscriptionInput,
  CreateCalendarSubscriptionResult,
  CreateCalendarSubscriptionSuccess,
  RevokeCalendarSubscriptionInput,
  RevokeCalendarSubscriptionResult,
  RevokeCalendarSubscriptionSuccess,
} from './calendar-subscription.types.ts';
import { PERSONAL_PROGRAMMES } from './personal-programme.ts';
import { createCalendarSubscription, revokeCalendarSubscription } from './subscribe-calendar.ts';

@Resolver(() => RegistrationType)
export class CalendarSubscriptionResolver {
  @Allow<RegistrationType>(theirOwn(({ of }) => of.personId))
  @FieldResolver(() => CalendarSubscriptionType, {
    nullable: true,
    description: 'The link that shows the programme to the calendars of the participant. Null without one.',
  })
  async calendarSubscription(
    @Root() { id }: RegistrationType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<CalendarSubscriptionType | null> {
    const row = await loaders.calendarSubscriptionByRegistration.load(id);
    return row && new CalendarSubscriptionType(row);
  }

  @Allow(signedIn)
  @Mutation(() => CreateCalendarSubscriptionResult, {
    description:
      "Makes a link to the signed-in participant's own programme, for calendar programs to follow. A new one ends the one there was.",
  })
  async createCalendarSubscription(
    @Arg('input', () => CreateCalendarSubscriptionInput) input: CreateCalendarSubscriptionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof CreateCalendarSubscriptionResult> {
    const { em, viewer, locale, loaders, publicUrl, now } = context;
    const { registrationId } = input;
    const command = { personId: personOf(viewer), registrationId, locale: input.locale ?? locale };
    const outcome = await createCalendarSubscription(em, command, now());
    if ('refusal' in outcome) {
      return outcome.refusal === 'registration-not-found'
        ? new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale))
        : new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), outcome.status);
    }
    const url = `${fileUrl(publicUrl, 'forum', PERSONAL_PROGRAMMES, registrationId)}?token=${outcome.token}`;
    return new CreateCalendarSubscriptionSuccess(url, await registrationOf(registrationId, loaders.registrationById));
  }

  @Allow(signedIn)
  @Mutation(() => RevokeCalendarSubscriptionResult, {
    description: "Ends the link to the signed-in participant's own programme.",
  })
  async revokeCalendarSubscription(
    @Arg('input', () => RevokeCalendarSubscriptionInput) { registrationId }: RevokeCalendarSubscriptionInput,
    @Ctx() { em, viewer, locale, loaders, now }: ForumContext,
  ): Promise<typeof RevokeCalendarSubscriptionResult> {
    const outcome = await revokeCalendarSubscription(em, { personId: personOf(viewer), registrationId }, now());
    if ('refusal' in outcome) return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    return new RevokeCalendarSubscriptionSuccess(await registrationOf(registrationId, loaders.registrationById));
  }
}
