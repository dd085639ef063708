import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { OpeningPositionsType } from '../opening/opening.types.ts';
import type { Positions } from '../selection/refusal/refusal.rules.ts';

@ObjectType({ implements: UserError, description: 'No position of the opening is free.' })
export class PositionsExhausted extends UserError {
  @Field(() => OpeningPositionsType)
  readonly positions: OpeningPositionsType;

  constructor(message: string, positions: Positions) {
    super('POSITIONS_EXHAUSTED', message);
    this.positions = new OpeningPositionsType(positions);
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
