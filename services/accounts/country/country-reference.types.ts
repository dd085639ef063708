import { Directive, Field, ObjectType } from 'type-graphql';
import { CountryCode } from '../../shared/graph/scalars.ts';

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CountryReference {
  @Field(() => CountryCode)
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}
