import { ArgsType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, PageArgs } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate, Locale } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ProgrammeFilter } from './programme-filter.rules.ts';
import type { SessionRow } from './session.loaders.ts';
import { SessionStatus } from './session.rules.ts';

registerEnumType(SessionStatus, { name: 'SessionStatus', description: 'Whether a session takes place.' });

@ObjectType('Session', { implements: Node, description: "One item of an edition's programme, in a room, with seats." })
@Directive('@key(fields: "id")')
export class SessionType extends Node {
  @Field(() => DateTime)
  readonly startsAt: Date;
  @Field(() => DateTime)
  readonly endsAt: Date;
  @Field(() => [Locale], { description: 'Languages spoken on the floor.' })
  readonly floorLanguages: string[];
  @Field(() => [Locale], { description: 'Languages interpreted into.' })
  readonly interpretationLanguages: string[];
  @Field(() => Boolean, {
    description: 'People come and go: it may be booked beside another session at the same time.',
  })
  readonly isOpenDoor: boolean;
  @Field(() => [String], { description: 'Names of those who speak, as the programme prints them.' })
  readonly speakers: string[];
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;
  @Field(() => SessionStatus)
  readonly status: SessionStatus;

  readonly editionId: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly roomId: string | null;
  /** Names of the room by language; what stands in its place for one that is on no list. */
  readonly roomName: Texts;

  constructor(row: SessionRow) {
    super(row.id);
    this.startsAt = row.starts_at;
    this.endsAt = row.ends_at;
    this.roomId = row.room_id;
    this.roomName = row.room_name ?? { und: row.room };
    this.speakers = row.speakers;
    this.version = row.version;
    this.description = row.description;
    this.floorLanguages = row.floor_languages;
    this.interpretationLanguages = row.interpretation_languages;
    this.isOpenDoor = row.is_open_door;
    this.status = row.status;
    this.editionId = row.edition_id;
    this.title = row.title;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such session.' })
export class SessionNotFound extends UserError {
  constructor(message: string) {
    super('SESSION_NOT_FOUND', message);
  }
}

export const SessionConnection = connectionType('Session', () => SessionType);
export type SessionConnection = InstanceType<typeof SessionConnection>;

/** Sort key of a programme. */
export function sessionKey(row: SessionRow): [string, string] {
  return [row.starts_at.toISOString(), row.id];
}

@ArgsType()
export class ProgrammeArgs extends PageArgs implements ProgrammeFilter {
  @Field(() => Locale, { nullable: true, description: 'Only sessions in which this language is spoken.' })
  readonly floorLanguage?: string | null;
  @Field(() => Locale, { nullable: true, description: 'Only sessions interpreted into this language.' })
  readonly interpretationLanguage?: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Only sessions that begin on this day, in the edition's zone.",
  })
  readonly day?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only sessions in this room: its ID, or its name in any language.',
  })
  readonly room?: string | null;
}
