import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CountryCode, DateTime, TimeZone } from '../../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { EditionType } from '../../edition.types.ts';
import {
  EditionClosed,
  EditionYearTaken,
  EXPECTED_VERSION,
  WaitlistLimitBelowWaiting,
} from '../administration.types.ts';
import { CITY_LENGTH, IDEMPOTENCY_KEY_LENGTH, SEAT_OFFER_HOURS, TITLE_LENGTH } from './edition-details.rules.ts';

const TITLE = `In each language it is written in, at most ${TITLE_LENGTH} characters. Needed to announce the edition.`;
const CITY = `In each language it is written in, at most ${CITY_LENGTH} characters.`;
const HOST = 'A member state of the Commonwealth. `suggestedNextHost` tells whose turn it is.';
const WAITLIST_LIMIT = 'How many may wait, 0 or more.';
const SEAT_OFFER = `For how many hours a seat is held for somebody from the waiting list, ${SEAT_OFFER_HOURS.minimum} to ${SEAT_OFFER_HOURS.maximum}.`;

@InputType({
  description:
    'Deadlines of an edition: nomination ≤ confirmation ≤ credentials, nomination ≤ substitution, none after the start.',
})
export class EditionDeadlinesInput {
  @Field(() => DateTime, { nullable: true, description: 'Participants may change their registrations until here.' })
  readonly modification?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations nominate until here.' })
  readonly nomination?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Nominated people confirm until here.' })
  readonly confirmation?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations replace one nominee by another until here.' })
  readonly substitution?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Delegations hand in credentials until here.' })
  readonly credentials?: Date | null;
}

@InputType({ description: 'A new edition: registration opens ≤ closes ≤ the forum starts ≤ ends.' })
export class CreateForumEditionInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => Int, { description: 'One edition a year; it starts in this year, in its zone.' })
  readonly year!: number;
  @Field(() => [LocalizedTextInput], { description: TITLE })
  readonly title!: LocalizedTextInput[];
  @Field(() => CountryCode, { description: HOST })
  readonly hostCountry!: string;
  @Field(() => [LocalizedTextInput], { description: CITY })
  readonly city!: LocalizedTextInput[];
  @Field(() => TimeZone, { description: 'Deadlines and the programme are days and hours in this zone.' })
  readonly timeZone!: string;
  @Field(() => DateTime)
  readonly startsAt!: Date;
  @Field(() => DateTime)
  readonly endsAt!: Date;
  @Field(() => DateTime)
  readonly registrationOpensAt!: Date;
  @Field(() => DateTime)
  readonly registrationClosesAt!: Date;
  @Field(() => EditionDeadlinesInput, { nullable: true, description: 'None when absent.' })
  readonly deadlines?: EditionDeadlinesInput | null;
  @Field(() => Int, { description: 'Seats, counted in people, 0 or more.' })
  readonly capacity!: number;
  @Field(() => Int, { description: WAITLIST_LIMIT })
  readonly waitlistLimit!: number;
  @Field(() => Int, { description: SEAT_OFFER })
  readonly seatOfferHours!: number;
}

@InputType({
  description:
    'What changes of an edition. What is left out stays as it is; null clears a date. `changeCapacity` changes the number of seats.',
})
export class ChangeForumEditionInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole title. ${TITLE}` })
  readonly title?: LocalizedTextInput[] | null;
  @Field(() => CountryCode, { nullable: true, description: HOST })
  readonly hostCountry?: string | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole name. ${CITY}` })
  readonly city?: LocalizedTextInput[] | null;
  @Field(() => TimeZone, { nullable: true, description: 'The instants of all dates stay what they are.' })
  readonly timeZone?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Open offers of seats end no later than this.' })
  readonly startsAt?: Date | null;
  @Field(() => DateTime, { nullable: true })
  readonly endsAt?: Date | null;
  @Field(() => DateTime, { nullable: true })
  readonly registrationOpensAt?: Date | null;
  @Field(() => DateTime, { nullable: true })
  readonly registrationClosesAt?: Date | null;
  @Field(() => EditionDeadlinesInput, { nullable: true, description: 'Deadlines left out stay; null clears them all.' })
  readonly deadlines?: EditionDeadlinesInput | null;
  @Field(() => Int, { nullable: true, description: `${WAITLIST_LIMIT} Not below those who wait.` })
  readonly waitlistLimit?: number | null;
  @Field(() => Int, { nullable: true, description: `${SEAT_OFFER} For offers made from now on.` })
  readonly seatOfferHours?: number | null;
}

@ObjectType({ description: 'The edition is there, as a draft.' })
export class CreateForumEditionSuccess {
  @Field(() => EditionType)
  readonly edition: EditionType;

  constructor(edition: EditionType) {
    this.edition = edition;
  }
}

@ObjectType({ description: 'The edition is as the input asked.' })
export class ChangeForumEditionSuccess {
  @Field(() => EditionType)
  readonly edition: EditionType;

  constructor(edition: EditionType) {
    this.edition = edition;
  }
}

export const CreateForumEditionResult = createUnionType({
  name: 'CreateForumEditionResult',
  description: 'The new edition, or what stands in its way.',
  types: () => [CreateForumEditionSuccess, EditionYearTaken, IdempotencyKeyReused, InvalidInput] as const,
});

export const ChangeForumEditionResult = createUnionType({
  name: 'ChangeForumEditionResult',
  description: 'The edition, or what stands in the way of the change.',
  types: () =>
    [
      ChangeForumEditionSuccess,
      EditionNotFound,
      EditionClosed,
      WaitlistLimitBelowWaiting,
      VersionConflict,
      InvalidInput,
    ] as const,
});
