import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../shared/graph/connection.ts';
import { DateTime, Locale } from '../../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../../shared/graph/text-input.ts';
import { UserError } from '../../../../shared/graph/user-error.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import type { SessionDraftRow } from './session-draft.loaders.ts';
import { DESCRIPTION_LENGTH, MAX_SPEAKERS, SPEAKER_LENGTH, TITLE_LENGTH } from './session-draft.rules.ts';

@ObjectType('SessionDraft', { description: 'A session as the next release of the programme will have it.' })
export class SessionDraftType {
  @Field(() => ID, { description: 'ID of the session it becomes, or is the draft of.' })
  readonly id: string;
  @Field(() => DateTime)
  readonly startsAt: Date;
  @Field(() => DateTime)
  readonly endsAt: Date;
  @Field(() => [Locale], { description: 'Languages spoken on the floor.' })
  readonly floorLanguages: string[];
  @Field(() => [Locale], { description: 'Languages interpreted into.' })
  readonly interpretationLanguages: string[];
  @Field(() => Int, { nullable: true, description: 'Seats, counted in people. Null for a session without a limit.' })
  readonly capacity: number | null;
  @Field(() => Int, { description: 'How many people may wait for a seat.' })
  readonly waitlistLimit: number;
  @Field(() => Boolean, { description: 'People come and go, and no seats are counted.' })
  readonly isOpenDoor: boolean;
  @Field(() => [String], { description: 'Names of those who speak, as the programme prints them.' })
  readonly speakers: string[];
  @Field(() => Boolean, { description: 'True where the next release cancels it, or leaves it out.' })
  readonly isRemoved: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly title: Texts;
  readonly description: Texts;
  readonly roomId: string;

  constructor(row: SessionDraftRow) {
    this.id = row.session_id;
    this.startsAt = row.starts_at;
    this.endsAt = row.ends_at;
    this.floorLanguages = row.floor_languages;
    this.interpretationLanguages = row.interpretation_languages;
    this.capacity = row.capacity;
    this.waitlistLimit = row.waitlist_limit;
    this.isOpenDoor = row.is_open_door;
    this.speakers = row.speakers;
    this.isRemoved = row.is_removed;
    this.version = row.version;
    this.title = row.title;
    this.description = row.description;
    this.roomId = row.room_id;
  }
}

export const SessionDraftConnection = connectionType('SessionDraft', () => SessionDraftType);
export type SessionDraftConnection = InstanceType<typeof SessionDraftConnection>;

/** Sort key of a draft. */
export function sessionDraftKey(row: SessionDraftRow): [string, string] {
  return [row.starts_at.toISOString(), row.session_id];
}

@InputType({ description: 'A session as an organiser writes it down, whole.' })
export class SessionDraftContentInput {
  @Field(() => [LocalizedTextInput], {
    description: `In one language at least; at most ${TITLE_LENGTH} characters each.`,
  })
  readonly title!: LocalizedTextInput[];
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: `At most ${DESCRIPTION_LENGTH} characters each. None when absent.`,
  })
  readonly description?: LocalizedTextInput[] | null;
  @Field(() => DateTime, { description: 'Within the dates of the edition.' })
  readonly startsAt!: Date;
  @Field(() => DateTime, { description: 'After `startsAt`, and within the dates of the edition.' })
  readonly endsAt!: Date;
  @Field(() => ID, { description: "One of the edition's `rooms`." })
  readonly roomId!: string;
  @Field(() => [String], { description: 'Languages spoken on the floor, BCP 47; one at least.' })
  readonly floorLanguages!: string[];
  @Field(() => [String], { nullable: true, description: 'Languages interpreted into, BCP 47. None when absent.' })
  readonly interpretationLanguages?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Seats, counted in people: 1 at least, and no more than the room holds. Absent for no limit.',
  })
  readonly capacity?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many people may wait for a seat. None when absent.' })
  readonly waitlistLimit?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'People come and go: it has no capacity, and may be booked beside another session. False when absent.',
  })
  readonly isOpenDoor?: boolean | null;
  @Field(() => [String], {
    nullable: true,
    description: `Names of those who speak, as the programme prints them: at most ${MAX_SPEAKERS}, each of at most ${SPEAKER_LENGTH} characters. None when absent.`,
  })
  readonly speakers?: string[] | null;
}

@InputType({ description: 'A new session for the draft.' })
export class DraftSessionInput extends SessionDraftContentInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
}

@InputType({ description: 'A session of the draft as it is to be; what is left out is emptied.' })
export class ChangeSessionDraftInput extends SessionDraftContentInput {
  @Field(() => ID)
  readonly sessionId!: string;
  @Field(() => Int, { description: 'Version of the draft that the client has read.' })
  readonly expectedVersion!: number;
}

@InputType({ description: 'Which session to take out of the draft.' })
export class RemoveSessionDraftInput {
  @Field(() => ID)
  readonly sessionId!: string;
  @Field(() => Int, { description: 'Version of the draft that the client has read.' })
  readonly expectedVersion!: number;
}

@ObjectType({ implements: UserError, description: 'Another session is in the room at that time.' })
export class RoomOccupied extends UserError {
  @Field(() => [SessionDraftType], {
    description: 'The sessions that are there, or are drafted there. Choose another time or room, or move them first.',
  })
  readonly sessions: SessionDraftType[];

  constructor(message: string, sessions: SessionDraftType[]) {
    super('ROOM_OCCUPIED', message);
    this.sessions = sessions;
  }
}
