import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidTransition, UserError, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { OfferExpired } from '../../../waiting-list/waiting-list.types.ts';
import { SessionBookingType } from '../booking.types.ts';

@InputType({ description: 'Which booking is cancelled.' })
export class CancelBookingInput {
  @Field(() => ID)
  readonly bookingId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the booking that the client has read.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'The booking whose offered seat is taken.' })
export class AcceptBookingOfferInput extends CancelBookingInput {}

@InputType({ description: 'The booking whose offered seat is given back.' })
export class DeclineBookingOfferInput extends CancelBookingInput {}

@ObjectType({ description: 'The booking is cancelled. A seat it held is offered to the next in line.' })
export class CancelBookingSuccess {
  @Field(() => SessionBookingType)
  readonly booking: SessionBookingType;

  constructor(booking: SessionBookingType) {
    this.booking = booking;
  }
}

@ObjectType({ description: 'The seat is taken.' })
export class AcceptBookingOfferSuccess extends CancelBookingSuccess {}

@ObjectType({ description: 'The seat is given back, and offered to the next in line.' })
export class DeclineBookingOfferSuccess extends CancelBookingSuccess {}

@ObjectType({ implements: UserError, description: 'The viewer has no such booking.' })
export class BookingNotFound extends UserError {
  constructor(message: string) {
    super('BOOKING_NOT_FOUND', message);
  }
}

const refusals = [BookingNotFound, OfferExpired, InvalidTransition, VersionConflict] as const;

export const CancelBookingResult = createUnionType({
  name: 'CancelBookingResult',
  description: 'The cancelled booking, or what stands in its way.',
  types: () => [CancelBookingSuccess, ...refusals] as const,
});

export const AcceptBookingOfferResult = createUnionType({
  name: 'AcceptBookingOfferResult',
  description: 'The booking on its seat, or what stands in its way.',
  types: () => [AcceptBookingOfferSuccess, ...refusals] as const,
});

export const DeclineBookingOfferResult = createUnionType({
  name: 'DeclineBookingOfferResult',
  description: 'The ended booking, or what stands in its way.',
  types: () => [DeclineBookingOfferSuccess, ...refusals] as const,
});
