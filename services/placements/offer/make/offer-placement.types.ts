import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { ApplicationNotFound } from '../../application/refusals.types.ts';
import { ClearancesOutstanding } from '../../clearance/clearance-refusals.types.ts';
import { OverlappingDeployment } from '../../deployment/refusal/deployment-refusals.types.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import { ProgrammeNotOpen } from '../../opening/opening-refusals.types.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import { SelectionClosed, TermsNotConfirmed } from '../../selection/refusal/pipeline-refusals.types.ts';
import { PositionsExhausted } from '../offer-refusals.types.ts';

@InputType({ description: 'To whom a placement is offered, and until when.' })
export class OfferPlacementInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When absent, ten days from now; never after the first day of service has begun.',
  })
  readonly expiresAt?: Date | null;
  @Field(() => Int, { nullable: true, description: 'Version of the application that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The placement is offered, and holds a position until it is answered.' })
export class OfferPlacementSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const OfferPlacementResult = createUnionType({
  name: 'OfferPlacementResult',
  description: 'The application with its offer, or what stands in the way.',
  types: () =>
    [
      OfferPlacementSuccess,
      ApplicationNotFound,
      ClearancesOutstanding,
      PositionsExhausted,
      HostNotAccredited,
      ProgrammeNotOpen,
      BudgetExhausted,
      OverlappingDeployment,
      SelectionClosed,
      TermsNotConfirmed,
      InvalidTransition,
      VersionConflict,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
