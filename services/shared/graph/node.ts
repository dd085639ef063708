import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything `node(id:)` can find. The graph type's name in snake case is the kind its ID is made with. */
@InterfaceType({
  description: 'Anything with an ID that is unique in the whole portal. Found by `node(id:)`.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, stable, unique in the whole portal.' })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
