import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('SegmentDefinition', {
  description:
    'What a group of volunteers by age means over certain days. Of one group, one definition holds on a day.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class SegmentDefinitionReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
