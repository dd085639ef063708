import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { NativeName, PersonName } from '../../shared/names/name.rules.ts';
import { scriptOf } from '../name/script.rules.ts';
import type { PersonRow } from './person.loaders.ts';

@ObjectType('NativeName', {
  description: 'A name as its bearer writes it. Whoever has a single name has only `family`.',
})
export class NativeNameType {
  @Field(() => String)
  readonly family: string;
  @Field(() => String, { nullable: true })
  readonly given: string | null;
  @Field(() => String, { nullable: true })
  readonly patronymic: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 15924, `Cyrl`. Null for a script the portal does not know.',
  })
  readonly script: string | null;
  @Field(() => Locale, { nullable: true, description: 'The language it is written in. Null where nobody said.' })
  readonly language: string | null;

  constructor(name: NativeName) {
    this.family = name.family;
    this.given = name.given;
    this.patronymic = name.patronymic ?? null;
    this.script = scriptOf(name.family);
    this.language = name.language ?? null;
  }
}

@ObjectType('LatinName', { description: 'A name in Latin letters. Whoever has a single name has only `family`.' })
export class LatinNameType {
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
  @Field(() => NativeNameType, { nullable: true, description: "In the person's own script." })
  readonly native: NativeNameType | null;
  @Field(() => LatinNameType, { nullable: true, description: 'As printed in the passport; used on badge and letter.' })
  readonly latin: LatinNameType | null;

  constructor(native: NativeName | null, latin: PersonName | null) {
    this.native = native && new NativeNameType(native);
    this.latin = latin && new LatinNameType(latin);
  }
}

@ObjectType('Person', { implements: Node, description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonType extends Node {
  @Field(() => Int, { description: 'Grows with every change of the profile; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: PersonRow;

  constructor(row: PersonRow) {
    super(row.key);
    this.version = row.version;
    this.row = row;
  }
}

export const PersonConnection = connectionType('Person', () => PersonType);
export type PersonConnection = InstanceType<typeof PersonConnection>;
