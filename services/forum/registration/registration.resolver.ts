import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { ForumContext } from '../context.ts';
import { EditionType } from '../edition/edition.types.ts';
import { RegistrationStatus, registrationTransitions } from './registration.rules.ts';
import { PersonReference, RegistrationConnection, RegistrationType, registrationKey } from './registration.types.ts';

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  @FieldResolver(() => [RegistrationStatus], { description: 'Where the registered person may take it from here.' })
  allowedTransitions(@Root() { status }: RegistrationType): RegistrationStatus[] {
    return transitionsFrom(registrationTransitions, status, 'participant');
  }

  @FieldResolver(() => EditionType, { nullable: true, description: 'Null while the edition is not public.' })
  async edition(
    @Root() { editionId }: RegistrationType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<EditionType | null> {
    const row = await loaders.editionById.load(editionId);
    return row && new EditionType(row);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description:
      'Null for somebody registered by an organisation who has no account yet, and while the service that owns people is out of reach.',
  })
  person(@Root() { personId }: RegistrationType): PersonReference | null {
    return personId === null ? null : new PersonReference(personId);
  }
}

@Resolver(() => PersonReference)
export class PersonRegistrationsResolver {
  @Allow<PersonReference>(theirOwn(({ of }) => of.id))
  @FieldResolver(() => RegistrationConnection, {
    nullable: true,
    description: 'Null while the forum service is out of reach.',
  })
  async registrations(
    @Root() { id }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.registrationsByPerson.load({ owner: id, page: pageOf(page, 2) });
    return RegistrationConnection.of(cut, registrationKey, (row) => new RegistrationType(row));
  }
}
