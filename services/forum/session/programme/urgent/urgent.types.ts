import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../../shared/graph/scalars.ts';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../../shared/journal/reason.ts';
import { SessionNotFound, SessionType } from '../../session.types.ts';
import { RoomOccupied } from '../draft/session-draft.types.ts';
import { BookingConflictType } from '../release/release.types.ts';

@InputType({ description: 'Where and when a session is from now on.' })
export class MoveSessionInput {
  @Field(() => ID)
  readonly sessionId!: string;
  @Field(() => DateTime, { description: 'Within the dates of the edition.' })
  readonly startsAt!: Date;
  @Field(() => DateTime, { description: 'After `startsAt`, and within the dates of the edition.' })
  readonly endsAt!: Date;
  @Field(() => ID, { description: "One of the edition's `rooms`; it holds as many people as the session has seats." })
  readonly roomId!: string;
  @Field(() => Int, { description: 'Version of the session that the client has read.' })
  readonly expectedVersion!: number;
}

@InputType({ description: 'Which session to cancel, and why.' })
export class CancelSessionInput {
  @Field(() => ID)
  readonly sessionId!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

@ObjectType({ description: 'The session is moved, for everyone and at once.' })
export class MoveSessionSuccess {
  @Field(() => SessionType)
  readonly session: SessionType;
  @Field(() => [BookingConflictType], {
    description:
      'Bookings that overlap others of the same people now. Nobody is dropped: their owners are told, and decide.',
  })
  readonly conflicts: BookingConflictType[];

  constructor(session: SessionType, conflicts: BookingConflictType[]) {
    this.session = session;
    this.conflicts = conflicts;
  }
}

@ObjectType({ description: 'The session does not take place. Its bookings are SESSION_CANCELLED.' })
export class CancelSessionSuccess {
  @Field(() => SessionType)
  readonly session: SessionType;

  constructor(session: SessionType) {
    this.session = session;
  }
}

export const MoveSessionResult = createUnionType({
  name: 'MoveSessionResult',
  description: 'The moved session, or what stands in the way.',
  types: () =>
    [MoveSessionSuccess, SessionNotFound, RoomOccupied, InvalidTransition, VersionConflict, InvalidInput] as const,
});

export const CancelSessionResult = createUnionType({
  name: 'CancelSessionResult',
  description: 'The cancelled session, or what stands in the way.',
  types: () => [CancelSessionSuccess, SessionNotFound, InvalidTransition, InvalidInput] as const,
});
