import { createUnionType, Field, ID, InputType, Int } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import {
  DeadlinePassed,
  DeploymentsRunning,
  OffersOpen,
  OpeningIncomplete,
  OpeningNotFound,
  OpeningSuccess,
  ProgrammeNotOpen,
} from '../opening-refusals.types.ts';

@InputType({ description: 'An opening, and a step that is taken with it.' })
export class OpeningStepInput {
  @Field(() => ID)
  readonly openingId!: string;
  @Field(() => Int, { nullable: true, description: '`version` of the opening that the client has read.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'An opening, and why it is given back or cancelled.' })
export class ReasonedOpeningStepInput extends OpeningStepInput {
  @Field(() => String, { description: `Officers of its host read it on a returned draft. ${REASON_DESCRIPTION}` })
  readonly reason!: string;
}

export const MoveOpeningResult = createUnionType({
  name: 'MoveOpeningResult',
  description: 'The opening, or what stands in the way of the step.',
  types: () => [OpeningSuccess, OpeningNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});

export const SubmitOpeningResult = createUnionType({
  name: 'SubmitOpeningResult',
  description: 'The opening in review, or what stands in the way.',
  types: () => [OpeningSuccess, OpeningNotFound, OpeningIncomplete, InvalidTransition, VersionConflict] as const,
});

export const PublishOpeningResult = createUnionType({
  name: 'PublishOpeningResult',
  description: 'The published opening, or what stands in the way.',
  types: () =>
    [
      OpeningSuccess,
      OpeningNotFound,
      OpeningIncomplete,
      ProgrammeNotOpen,
      HostNotAccredited,
      DeadlinePassed,
      InvalidTransition,
      VersionConflict,
    ] as const,
});

export const ConcludeOpeningResult = createUnionType({
  name: 'ConcludeOpeningResult',
  description: 'The decided opening, or what stands in the way.',
  types: () => [OpeningSuccess, OpeningNotFound, OffersOpen, InvalidTransition, VersionConflict] as const,
});

export const CancelOpeningResult = createUnionType({
  name: 'CancelOpeningResult',
  description: 'The cancelled opening, or what stands in the way.',
  types: () =>
    [OpeningSuccess, OpeningNotFound, DeploymentsRunning, InvalidTransition, VersionConflict, InvalidInput] as const,
});
