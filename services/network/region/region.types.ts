import { Field, ObjectType } from 'type-graphql';
import type { Texts } from '../../shared/text/localize.rules.ts';

@ObjectType('Region', { description: 'A region of Kazakhstan, or a city of the same rank, ISO 3166-2.' })
export class RegionType {
  @Field(() => String, { description: 'ISO 3166-2: `KZ-75`.' })
  readonly code: string;

  readonly names: Texts;

  constructor(code: string, names: Texts) {
    this.code = code;
    this.names = names;
  }
}
