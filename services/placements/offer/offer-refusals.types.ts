import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate, SafeInt } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { HostAccreditationStatus } from '../host-organisation/host-organisation.rules.ts';
import { ProgrammeStatus } from '../programme/programme.rules.ts';
import type { Positions } from '../selection/refusal/refusal.rules.ts';

registerEnumType(ProgrammeStatus, {
  name: 'ProgrammeStatus',
  description: 'Where a programme is. It takes new openings and offers while OPEN.',
});

@ObjectType('OpeningPositions', {
  description: 'Positions of an opening, counted in volunteers: `total = offered + filled + free`.',
})
export class OpeningPositionsType {
  @Field(() => Int)
  readonly total: number;
  @Field(() => Int, { description: 'Held by open offers.' })
  readonly offered: number;
  @Field(() => Int, { description: 'Taken by deployments.' })
  readonly filled: number;
  @Field(() => Int)
  readonly free: number;

  constructor({ total, offered, filled, free }: Positions) {
    this.total = total;
    this.offered = offered;
    this.filled = filled;
    this.free = free;
  }
}

@ObjectType({ implements: UserError, description: 'No position of the opening is free.' })
export class PositionsExhausted extends UserError {
  @Field(() => OpeningPositionsType)
  readonly positions: OpeningPositionsType;

  constructor(message: string, positions: Positions) {
    super('POSITIONS_EXHAUSTED', message);
    this.positions = new OpeningPositionsType(positions);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The host organisation is not accredited, or not through the last day of service.',
})
export class HostNotAccredited extends UserError {
  @Field(() => HostAccreditationStatus)
  readonly status: HostAccreditationStatus;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null until accredited for the first time.' })
  readonly validUntil: string | null;

  constructor(message: string, host: { status: HostAccreditationStatus; validUntil: string | null }) {
    super('HOST_NOT_ACCREDITED', message);
    this.status = host.status;
    this.validUntil = host.validUntil;
  }
}

@ObjectType({ implements: UserError, description: 'The programme makes no offers where it is now.' })
export class ProgrammeNotOpen extends UserError {
  @Field(() => ProgrammeStatus)
  readonly status: ProgrammeStatus;

  constructor(message: string, status: ProgrammeStatus) {
    super('PROGRAMME_NOT_OPEN', message);
    this.status = status;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The budget of the programme does not cover the placement. Amounts are in the smallest unit of the currency.',
})
export class BudgetExhausted extends UserError {
  @Field(() => SafeInt)
  readonly budget: number;
  @Field(() => SafeInt, { description: 'Bound by open offers and deployments.' })
  readonly committed: number;
  @Field(() => SafeInt, { description: 'What this placement would bind.' })
  readonly needed: number;
  @Field(() => String, { description: 'ISO 4217.' })
  readonly currency: string;

  constructor(message: string, means: { budget: number; committed: number; needed: number; currency: string }) {
    super('BUDGET_EXHAUSTED', message);
    this.budget = means.budget;
    this.committed = means.committed;
    this.needed = means.needed;
    this.currency = means.currency;
  }
}

@ObjectType({ implements: UserError, description: 'The volunteer has another deployment on some of these days.' })
export class OverlappingDeployment extends UserError {
  @Field(() => ID)
  readonly deploymentId: string;
  @Field(() => LocalDate)
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Its last day, as agreed or as it was.' })
  readonly endsOn: string;

  constructor(message: string, other: { deploymentId: string; startsOn: string; endsOn: string }) {
    super('OVERLAPPING_DEPLOYMENT', message);
    this.deploymentId = other.deploymentId;
    this.startsOn = other.startsOn;
    this.endsOn = other.endsOn;
  }
}

@ObjectType({ implements: UserError, description: 'The time to answer the offer is over.' })
export class PlacementOfferExpired extends UserError {
  @Field(() => DateTime)
  readonly expiredAt: Date;

  constructor(message: string, expiredAt: string) {
    super('PLACEMENT_OFFER_EXPIRED', message);
    this.expiredAt = new Date(expiredAt);
  }
}
