import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { PlacementOfferEnded, PlacementOfferNotFound } from '../../selection/refusal/pipeline-refusals.types.ts';
import { PlacementOfferExpired } from '../offer-refusals.types.ts';

@InputType({ description: 'Which offer is taken back, and why.' })
export class RescindOfferInput {
  @Field(() => ID)
  readonly offerId!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

@ObjectType({ description: 'The offer is taken back, and the place is free.' })
export class RescindOfferSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const RescindOfferResult = createUnionType({
  name: 'RescindOfferResult',
  description: 'The application whose offer is taken back, or what stands in the way.',
  types: () =>
    [RescindOfferSuccess, PlacementOfferNotFound, PlacementOfferExpired, PlacementOfferEnded, InvalidInput] as const,
});
