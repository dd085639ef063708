import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, EmailAddress } from '../../../shared/graph/scalars.ts';
import {
  FourEyesRequired,
  IdempotencyKeyReused,
  InvalidInput,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DelegationType } from '../delegation.types.ts';
import { DelegationNotFound, DelegationOver } from '../delegation-refusals.types.ts';
import { NoteVerbaleNotFound } from '../note-verbale/note-verbale.types.ts';
import { FOCAL_POINTS_AT_MOST } from './focal-point.rules.ts';
import { FocalPointType } from './focal-point.types.ts';

const EXPECTED_VERSION = '`version` of the delegation that the client has read.';

@InputType({ description: 'Whom a note verbale names: exactly one of `personId` and `email`.' })
export class DesignateFocalPointInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input designate once, however often they are sent.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => ID, { nullable: true })
  readonly personId?: string | null;
  @Field(() => EmailAddress, { nullable: true, description: 'The address they sign in with, now or later. Not kept.' })
  readonly email?: string | null;
  @Field(() => ID, { description: 'A note verbale of this delegation, from `uploadNoteVerbale`.' })
  readonly noteVerbaleId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Whose note verbale is accepted.' })
export class ConfirmFocalPointInput {
  @Field(() => ID)
  readonly focalPointId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Who is a focal point no longer.' })
export class RemoveFocalPointInput {
  @Field(() => ID)
  readonly focalPointId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'It is done; `status` says where the focal point is.' })
export class FocalPointSuccess {
  @Field(() => FocalPointType)
  readonly focalPoint: FocalPointType;
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(focalPoint: FocalPointType, delegation: DelegationType) {
    this.focalPoint = focalPoint;
    this.delegation = delegation;
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such focal point that the viewer may decide about.',
})
export class FocalPointNotFound extends UserError {
  constructor(message: string) {
    super('FOCAL_POINT_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'They are a focal point no longer.' })
export class FocalPointEnded extends UserError {
  @Field(() => DateTime)
  readonly until: Date;

  constructor(message: string, until: Date) {
    super('FOCAL_POINT_ENDED', message);
    this.until = until;
  }
}

@ObjectType({ implements: UserError, description: 'They are only invited: a note verbale has to name them first.' })
export class FocalPointNotDesignated extends UserError {
  constructor(message: string) {
    super('FOCAL_POINT_NOT_DESIGNATED', message);
  }
}

@ObjectType({ implements: UserError, description: 'They are named already.' })
export class AlreadyFocalPoint extends UserError {
  @Field(() => FocalPointType)
  readonly focalPoint: FocalPointType;

  constructor(message: string, focalPoint: FocalPointType) {
    super('ALREADY_FOCAL_POINT', message);
    this.focalPoint = focalPoint;
  }
}

@ObjectType({ implements: UserError, description: 'As many are named as there may be.' })
export class FocalPointsComplete extends UserError {
  @Field(() => Int, { description: 'How many there may be at a time.' })
  readonly atMost: number = FOCAL_POINTS_AT_MOST;
  @Field(() => [FocalPointType], { description: 'Who is designated or confirmed; remove one of them first.' })
  readonly focalPoints: readonly FocalPointType[];

  constructor(message: string, focalPoints: readonly FocalPointType[]) {
    super('FOCAL_POINTS_COMPLETE', message);
    this.focalPoints = focalPoints;
  }
}

export const DesignateFocalPointResult = createUnionType({
  name: 'DesignateFocalPointResult',
  description: 'The designated focal point, or what stands in the way.',
  types: () =>
    [
      FocalPointSuccess,
      DelegationNotFound,
      DelegationOver,
      NoteVerbaleNotFound,
      AlreadyFocalPoint,
      FocalPointsComplete,
      VersionConflict,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

export const ConfirmFocalPointResult = createUnionType({
  name: 'ConfirmFocalPointResult',
  description: 'The confirmed focal point, or what stands in the way.',
  types: () =>
    [
      FocalPointSuccess,
      FocalPointNotFound,
      FocalPointEnded,
      FocalPointNotDesignated,
      FourEyesRequired,
      DelegationOver,
      VersionConflict,
    ] as const,
});

export const RemoveFocalPointResult = createUnionType({
  name: 'RemoveFocalPointResult',
  description: 'The former focal point, or what stands in the way.',
  types: () => [FocalPointSuccess, FocalPointNotFound, FocalPointEnded, VersionConflict, InvalidInput] as const,
});
