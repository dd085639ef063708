import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, Locale } from '../../../shared/graph/scalars.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import type { CalendarSubscriptionRow } from './calendar.loaders.ts';

@ObjectType('CalendarSubscription', {
  description: "A participant's programme as a link that their calendar follows. The link itself was shown once.",
})
export class CalendarSubscriptionType {
  @Field(() => Locale, { description: 'The language of the events.' })
  readonly locale: string;
  @Field(() => DateTime)
  readonly madeAt: Date;

  constructor(row: CalendarSubscriptionRow) {
    this.locale = row.locale;
    this.madeAt = row.made_at;
  }
}

@InputType({ description: 'Whose programme the link shows, and in which language.' })
export class CreateCalendarSubscriptionInput {
  @Field(() => ID)
  readonly registrationId!: string;
  @Field(() => Locale, { nullable: true, description: 'The language of the events; that of the request when absent.' })
  readonly locale?: string | null;
}

@InputType({ description: 'Whose link is ended.' })
export class RevokeCalendarSubscriptionInput {
  @Field(() => ID)
  readonly registrationId!: string;
}

@ObjectType({ description: 'The link is made, and the one there was has ended.' })
export class CreateCalendarSubscriptionSuccess {
  @Field(() => String, {
    description:
      'iCalendar, for calendar programs to follow. It is shown this once; whoever has it reads the programme, so keep it to yourself.',
  })
  readonly url: string;
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(url: string, registration: RegistrationType) {
    this.url = url;
    this.registration = registration;
  }
}

@ObjectType({ description: 'No link leads to the programme any more.' })
export class RevokeCalendarSubscriptionSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

export const CreateCalendarSubscriptionResult = createUnionType({
  name: 'CreateCalendarSubscriptionResult',
  description: 'The link, or what stands in its way.',
  types: () => [CreateCalendarSubscriptionSuccess, RegistrationNotFound, RegistrationNotConfirmed] as const,
});

export const RevokeCalendarSubscriptionResult = createUnionType({
  name: 'RevokeCalendarSubscriptionResult',
  description: 'The registration without a link, or what stands in the way.',
  types: () => [RevokeCalendarSubscriptionSuccess, RegistrationNotFound] as const,
});
