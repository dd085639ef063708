import { Directive, Field, ObjectType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import type { PersonRow } from './person.loaders.ts';
import type { PersonName } from './person.rules.ts';

@ObjectType('NameParts', { description: 'A name in one script. Whoever has a single name has only `family`.' })
export class NamePartsType {
  @Field(() => String)
  readonly family: string;
  @Field(() => String, { nullable: true })
  readonly given: string | null;
  @Field(() => String, { nullable: true })
  readonly patronymic: string | null;

  constructor(name: PersonName) {
    this.family = name.family;
    this.given = name.given;
    this.patronymic = name.patronymic ?? null;
  }
}

@ObjectType('PersonName', { description: 'A name as its bearer writes it, and as the passport prints it.' })
export class PersonNameType {
  @Field(() => NamePartsType, { nullable: true, description: "In the person's own script." })
  readonly native: NamePartsType | null;
  @Field(() => NamePartsType, { nullable: true, description: 'As printed in the passport; used on badge and letter.' })
  readonly latin: NamePartsType | null;

  constructor(native: PersonName | null, latin: PersonName | null) {
    this.native = native && new NamePartsType(native);
    this.latin = latin && new NamePartsType(latin);
  }
}

@ObjectType('Person', { implements: Node, description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonType extends Node {
  readonly row: PersonRow;

  constructor(row: PersonRow) {
    super(row.key);
    this.row = row;
  }
}
