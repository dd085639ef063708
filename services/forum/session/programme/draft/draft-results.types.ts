import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput, VersionConflict } from '../../../../shared/graph/user-error.ts';
import {
  CapacityBelowClaimed,
  WaitlistLimitBelowWaiting,
} from '../../../edition/administration/administration.types.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { SessionNotFound } from '../../session.types.ts';
import { RoomOccupied, SessionDraftType } from './session-draft.types.ts';

@ObjectType({ description: 'The session is in the draft; nobody else sees it until a release.' })
export class DraftSessionSuccess {
  @Field(() => SessionDraftType)
  readonly draft: SessionDraftType;

  constructor(draft: SessionDraftType) {
    this.draft = draft;
  }
}

@ObjectType({ description: 'The draft is changed; the released programme is not.' })
export class ChangeSessionDraftSuccess {
  @Field(() => SessionDraftType)
  readonly draft: SessionDraftType;

  constructor(draft: SessionDraftType) {
    this.draft = draft;
  }
}

@ObjectType({ description: 'The next release cancels the session, or leaves it out.' })
export class RemoveSessionDraftSuccess {
  @Field(() => SessionDraftType)
  readonly draft: SessionDraftType;

  constructor(draft: SessionDraftType) {
    this.draft = draft;
  }
}

export const DraftSessionResult = createUnionType({
  name: 'DraftSessionResult',
  description: 'The drafted session, or what stands in its way.',
  types: () => [DraftSessionSuccess, EditionNotFound, RoomOccupied, IdempotencyKeyReused, InvalidInput] as const,
});

export const ChangeSessionDraftResult = createUnionType({
  name: 'ChangeSessionDraftResult',
  description: 'The changed draft, or what stands in the way.',
  types: () =>
    [
      ChangeSessionDraftSuccess,
      SessionNotFound,
      RoomOccupied,
      CapacityBelowClaimed,
      WaitlistLimitBelowWaiting,
      VersionConflict,
      InvalidInput,
    ] as const,
});

export const RemoveSessionDraftResult = createUnionType({
  name: 'RemoveSessionDraftResult',
  description: 'The draft without the session, or what stands in the way.',
  types: () => [RemoveSessionDraftSuccess, SessionNotFound, VersionConflict] as const,
});
