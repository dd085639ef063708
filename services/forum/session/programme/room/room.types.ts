import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../shared/graph/connection.ts';
import { Node } from '../../../../shared/graph/node.ts';
import { LocalizedTextInput } from '../../../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../../shared/graph/user-error.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import type { RoomRow } from './room.loaders.ts';
import { ROOM_NAME_LENGTH, ZONE_LENGTH } from './room.rules.ts';

@ObjectType('Room', {
  implements: Node,
  description: 'A room in which an edition holds sessions, one at a time.',
})
@Directive('@key(fields: "id")')
export class RoomType extends Node {
  @Field(() => Int, { nullable: true, description: 'People it holds. Null where nobody counted.' })
  readonly capacity: number | null;
  @Field(() => String, { nullable: true, description: 'Part of the venue it is in. Null where there are no parts.' })
  readonly zone: string | null;

  readonly name: Texts;

  constructor(row: RoomRow) {
    super(row.id);
    this.capacity = row.capacity;
    this.zone = row.zone;
    this.name = row.name;
  }
}

export const RoomConnection = connectionType('Room', () => RoomType);
export type RoomConnection = InstanceType<typeof RoomConnection>;

/** Sort key of an edition's rooms. */
export function roomKey(row: RoomRow): [string] {
  return [row.id];
}

@InputType({ description: 'A room for sessions of an edition.' })
export class CreateRoomInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => [LocalizedTextInput], {
    description: `In one language at least; at most ${ROOM_NAME_LENGTH} characters each.`,
  })
  readonly name!: LocalizedTextInput[];
  @Field(() => Int, { nullable: true, description: 'People it holds, 1 at least. Absent where nobody counted.' })
  readonly capacity?: number | null;
  @Field(() => String, {
    nullable: true,
    description: `Part of the venue it is in. At most ${ZONE_LENGTH} characters.`,
  })
  readonly zone?: string | null;
}

@ObjectType({ description: 'The room is on the list; sessions can be put there.' })
export class CreateRoomSuccess {
  @Field(() => RoomType)
  readonly room: RoomType;

  constructor(room: RoomType) {
    this.room = room;
  }
}

export const CreateRoomResult = createUnionType({
  name: 'CreateRoomResult',
  description: 'The room, or what stands in its way.',
  types: () => [CreateRoomSuccess, EditionNotFound, IdempotencyKeyReused, InvalidInput] as const,
});
