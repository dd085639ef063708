import { FieldResolver, Resolver, Root } from 'type-graphql';
import { NominationType, PersonReference } from './nomination.types.ts';

@Resolver(() => NominationType)
export class NominationResolver {
  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: 'Null while the service that owns people is out of reach.',
  })
  person(@Root() { personId }: NominationType): PersonReference {
    return new PersonReference(personId);
  }
}
