import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Person', { description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
