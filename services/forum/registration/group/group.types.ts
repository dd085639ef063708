import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import type { PersonName, WrittenName } from '../identity/identity.rules.ts';
import type { GroupRow } from './group.loaders.ts';

@ObjectType({ description: 'A name in one script, as an organisation wrote it in its list.' })
export class WrittenNameParts {
  @Field(() => String, { description: 'Of somebody with a single name, that name.' })
  readonly family: string;
  @Field(() => String, { nullable: true })
  readonly given: string | null;
  @Field(() => String, { nullable: true })
  readonly patronymic: string | null;

  constructor({ family, given, patronymic }: PersonName) {
    this.family = family;
    this.given = given;
    this.patronymic = patronymic ?? null;
  }
}

@ObjectType('WrittenName', {
  description: 'What an organisation wrote somebody’s name as. It does not follow what the person says of themself.',
})
export class WrittenNameType {
  @Field(() => WrittenNameParts, { nullable: true, description: 'In the script of the person’s language.' })
  readonly native: WrittenNameParts | null;
  @Field(() => WrittenNameParts, { nullable: true, description: 'As the passport prints it.' })
  readonly latin: WrittenNameParts | null;

  constructor({ native, latin }: WrittenName) {
    this.native = native && new WrittenNameParts(native);
    this.latin = latin && new WrittenNameParts(latin);
  }
}

@ObjectType('RegistrationGroup', {
  implements: Node,
  description:
    'People whom an organisation registered together, and who wait together. Seen by whoever registered it, by its members and by those who run the edition.',
})
@Directive('@key(fields: "id")')
export class RegistrationGroupType extends Node {
  @Field(() => String, { description: 'The organisation, as whoever registered the group calls it.' })
  readonly organisation: string;
  @Field(() => DateTime)
  readonly madeAt: Date;
  @Field(() => Int, { description: 'Grows with every change of the group itself.' })
  readonly version: number;

  readonly row: GroupRow;

  constructor(row: GroupRow) {
    super(row.id);
    this.organisation = row.organisation;
    this.madeAt = row.made_at;
    this.version = row.version;
    this.row = row;
  }
}

export const RegistrationGroupConnection = connectionType('RegistrationGroup', () => RegistrationGroupType);
export type RegistrationGroupConnection = InstanceType<typeof RegistrationGroupConnection>;

/** Sort key of somebody's groups. */
export function groupKey(row: GroupRow): [string, string] {
  return [row.made_at.toISOString(), row.id];
}
