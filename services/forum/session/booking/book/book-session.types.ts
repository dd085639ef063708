import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../../availability/availability.types.ts';
import { RegistrationNotConfirmed } from '../../../registration/refusal/registration-refusals.types.ts';
import { IDEMPOTENCY_KEY_LENGTH } from '../../../registration/register/registration-input.rules.ts';
import { SessionNotFound } from '../../session.types.ts';
import { SessionBookingType } from '../booking.types.ts';

@InputType({ description: 'Which session is booked.' })
export class BookSessionInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly sessionId!: string;
}

@ObjectType({ description: 'The session is booked; `status` of the booking says whether on a seat or in the queue.' })
export class BookSessionSuccess {
  @Field(() => SessionBookingType)
  readonly booking: SessionBookingType;

  constructor(booking: SessionBookingType) {
    this.booking = booking;
  }
}

@ObjectType({ implements: UserError, description: 'The session has begun, or the edition is over.' })
export class SessionOver extends UserError {
  @Field(() => DateTime, { nullable: true, description: 'When it began.' })
  readonly startsAt: Date | null;

  constructor(message: string, startsAt: Date | null) {
    super('SESSION_OVER', message);
    this.startsAt = startsAt;
  }
}

@ObjectType({ implements: UserError, description: 'The session does not take place.' })
export class SessionCancelled extends UserError {
  constructor(message: string) {
    super('SESSION_CANCELLED', message);
  }
}

@ObjectType({ implements: UserError, description: 'The participant has booked this session, or waits for a seat.' })
export class AlreadyBooked extends UserError {
  @Field(() => SessionBookingType)
  readonly booking: SessionBookingType;

  constructor(message: string, booking: SessionBookingType) {
    super('ALREADY_BOOKED', message);
    this.booking = booking;
  }
}

@ObjectType({ implements: UserError, description: 'The participant holds a seat in another session at that time.' })
export class SessionOverlap extends UserError {
  @Field(() => [SessionBookingType], {
    description: 'The bookings in the way, in the order of time. Cancel them first.',
  })
  readonly conflicting: SessionBookingType[];

  constructor(message: string, conflicting: SessionBookingType[]) {
    super('SESSION_OVERLAP', message);
    this.conflicting = conflicting;
  }
}

@ObjectType({ implements: UserError, description: 'Every seat and every place in the queue is taken.' })
export class SessionFull extends UserError {
  @Field(() => AvailabilityType, { nullable: true })
  readonly availability: AvailabilityType | null;

  constructor(message: string, availability: AvailabilityType | null) {
    super('SESSION_FULL', message);
    this.availability = availability;
  }
}

export const BookSessionResult = createUnionType({
  name: 'BookSessionResult',
  description: 'The booking, or what stands in its way.',
  types: () =>
    [
      BookSessionSuccess,
      SessionNotFound,
      SessionOver,
      SessionCancelled,
      RegistrationNotConfirmed,
      AlreadyBooked,
      SessionOverlap,
      SessionFull,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
