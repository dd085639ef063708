import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { DeploymentType } from '../../deployment/deployment.types.ts';
import { OverlappingDeployment } from '../../deployment/refusal/deployment-refusals.types.ts';
import {
  PlacementOfferEnded,
  PlacementOfferNotFound,
  SelectionClosed,
  TermsNotConfirmed,
} from '../../selection/refusal/pipeline-refusals.types.ts';
import { PlacementOfferExpired } from '../offer-refusals.types.ts';

@InputType({ description: 'Which offer the volunteer accepts.' })
export class AcceptPlacementInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly offerId!: string;
}

@ObjectType({ description: 'The volunteer will serve.' })
export class AcceptPlacementSuccess {
  @Field(() => DeploymentType, { description: 'To prepare for, on the days of the opening.' })
  readonly deployment: DeploymentType;
  @Field(() => [ApplicationType], {
    description: 'Their other applications, which are withdrawn with it. Places that were held for them are free.',
  })
  readonly withdrawnApplications: readonly ApplicationType[];

  constructor(deployment: DeploymentType, withdrawnApplications: readonly ApplicationType[]) {
    this.deployment = deployment;
    this.withdrawnApplications = withdrawnApplications;
  }
}

export const AcceptPlacementResult = createUnionType({
  name: 'AcceptPlacementResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      AcceptPlacementSuccess,
      PlacementOfferNotFound,
      PlacementOfferExpired,
      PlacementOfferEnded,
      SelectionClosed,
      TermsNotConfirmed,
      OverlappingDeployment,
      IdempotencyKeyReused,
    ] as const,
});

@InputType({ description: 'Which offer the volunteer declines.' })
export class DeclinePlacementInput {
  @Field(() => ID)
  readonly offerId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The offer is declined, and the place is free.' })
export class DeclinePlacementSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const DeclinePlacementResult = createUnionType({
  name: 'DeclinePlacementResult',
  description: 'The application whose offer is declined, or what stands in the way.',
  types: () =>
    [
      DeclinePlacementSuccess,
      PlacementOfferNotFound,
      PlacementOfferExpired,
      PlacementOfferEnded,
      InvalidInput,
    ] as const,
});
