import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, UserError, VersionConflict } from '../../shared/graph/user-error.ts';
import { RegistrationType } from '../registration/registration.types.ts';
import type { SeatOfferRow } from './waiting-list.loaders.ts';
import { NoOfferReason, SeatOfferStatus } from './waiting-list.rules.ts';

registerEnumType(SeatOfferStatus, {
  name: 'SeatOfferStatus',
  description: 'Where an offer of a seat is: open, or ended and how.',
  valuesConfig: {
    WITHDRAWN: { description: 'Everybody it was for has left, or the edition offers no seats any more.' },
  },
});
registerEnumType(NoOfferReason, {
  name: 'NoOfferReason',
  description: 'Why somebody who waits has no offer.',
  valuesConfig: {
    NO_FREE_SEAT: { description: 'Every seat is taken or offered.' },
    GROUP_DOES_NOT_FIT: { description: 'Seats are free, and too few for the whole group.' },
    HELD_FOR_GROUP: { description: 'Free seats are kept for a group ahead that was passed over three times.' },
    OFFERS_SUSPENDED: { description: 'The edition offers no seats in the state it is in.' },
    EDITION_STARTED: { description: 'The edition has started; nobody is offered a seat any more.' },
  },
});

@ObjectType('SeatOffer', {
  description: 'A seat held for somebody from the waiting list until it expires; for a group, a seat for each of them.',
})
export class SeatOfferType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => SeatOfferStatus)
  readonly status: SeatOfferStatus;
  @Field(() => DateTime)
  readonly madeAt: Date;
  @Field(() => DateTime, { description: 'Until when it can be taken; from then on the seat goes to the next in line.' })
  readonly expiresAt: Date;
  @Field(() => Boolean, { description: 'True where it is for a group, and whoever registered the group answers it.' })
  readonly isForGroup: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  constructor(row: SeatOfferRow) {
    this.id = row.id;
    this.status = row.status;
    this.madeAt = row.made_at;
    this.expiresAt = row.expires_at;
    this.isForGroup = row.group_id !== null;
    this.version = row.version;
  }
}

@InputType({ description: 'Which offer is taken.' })
export class AcceptSeatOfferInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly seatOfferId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the offer that the client has read.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which offer is given back.' })
export class DeclineSeatOfferInput extends AcceptSeatOfferInput {}

@ObjectType({ description: 'The seat is taken.' })
export class AcceptSeatOfferSuccess {
  @Field(() => RegistrationType, { description: 'The registration it was for; for a group, the first of them.' })
  readonly registration: RegistrationType;
  @Field(() => [RegistrationType], { description: 'All registrations it was for.' })
  readonly registrations: RegistrationType[];

  constructor(registration: RegistrationType, registrations: RegistrationType[]) {
    this.registration = registration;
    this.registrations = registrations;
  }
}

@ObjectType({ description: 'The seat is given back, and offered to the next in line.' })
export class DeclineSeatOfferSuccess extends AcceptSeatOfferSuccess {}

@ObjectType({ implements: UserError, description: 'There is no such offer for this person.' })
export class OfferNotFound extends UserError {
  constructor(message: string) {
    super('OFFER_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The offer has run out, and the seat went to the next in line.' })
export class OfferExpired extends UserError {
  @Field(() => DateTime)
  readonly expiredAt: Date;

  constructor(message: string, expiredAt: Date) {
    super('OFFER_EXPIRED', message);
    this.expiredAt = expiredAt;
  }
}

@ObjectType({ implements: UserError, description: 'The offer was answered before, or everybody it was for has left.' })
export class OfferEnded extends UserError {
  @Field(() => SeatOfferStatus)
  readonly status: SeatOfferStatus;

  constructor(message: string, status: SeatOfferStatus) {
    super('OFFER_ENDED', message);
    this.status = status;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The offer is for a whole group: whoever registered the group answers it. Leaving the group is possible.',
})
export class OfferForGroup extends UserError {
  constructor(message: string) {
    super('OFFER_FOR_GROUP', message);
  }
}

const refusals = [
  OfferNotFound,
  OfferExpired,
  OfferEnded,
  OfferForGroup,
  VersionConflict,
  IdempotencyKeyReused,
] as const;

export const AcceptSeatOfferResult = createUnionType({
  name: 'AcceptSeatOfferResult',
  description: 'The confirmed registration, or what stands in its way.',
  types: () => [AcceptSeatOfferSuccess, ...refusals] as const,
});

export const DeclineSeatOfferResult = createUnionType({
  name: 'DeclineSeatOfferResult',
  description: 'The ended registration, or what stands in its way.',
  types: () => [DeclineSeatOfferSuccess, ...refusals] as const,
});
