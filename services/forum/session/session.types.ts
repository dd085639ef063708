import { Directive, Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, Locale } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { SessionRow } from './session.loaders.ts';

@ObjectType('Session', { implements: Node, description: "One item of an edition's programme, in a room, with seats." })
@Directive('@key(fields: "id")')
export class SessionType extends Node {
  @Field(() => DateTime)
  readonly startsAt: Date;
  @Field(() => DateTime)
  readonly endsAt: Date;
  @Field(() => String)
  readonly room: string;
  @Field(() => [Locale], { description: 'Languages spoken on the floor.' })
  readonly floorLanguages: string[];
  @Field(() => [Locale], { description: 'Languages interpreted into.' })
  readonly interpretationLanguages: string[];

  readonly title: Texts;

  constructor(row: SessionRow) {
    super(row.id);
    this.startsAt = row.starts_at;
    this.endsAt = row.ends_at;
    this.room = row.room;
    this.floorLanguages = row.floor_languages;
    this.interpretationLanguages = row.interpretation_languages;
    this.title = row.title;
  }
}

export const SessionConnection = connectionType('Session', () => SessionType);
export type SessionConnection = InstanceType<typeof SessionConnection>;

/** Sort key of a programme. */
export function sessionKey(row: SessionRow): [string, string] {
  return [row.starts_at.toISOString(), row.id];
}
