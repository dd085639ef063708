import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holds, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { ForumContext } from '../context.ts';
import { EditionType } from '../edition/edition.types.ts';
import { maySeeRegistration } from '../organisers/organisers.rules.ts';
import { REVIEWERS, RegistrationStatus, registrationTransitions } from './registration.rules.ts';
import {
  DelegationReference,
  PersonReference,
  RegistrationConnection,
  RegistrationType,
  registrationKey,
} from './registration.types.ts';

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  @FieldResolver(() => [RegistrationStatus], {
    description:
      'Where the viewer may take it from here: the registered person, whoever registered them with a group, or whoever decides about registrations.',
  })
  async allowedTransitions(
    @Root() { status, personId, groupId, editionId }: RegistrationType,
    @Ctx() { viewer, loaders }: ForumContext,
  ): Promise<RegistrationStatus[]> {
    const group = groupId === null ? null : await loaders.groupById.load(groupId);
    const actsForThem = [personId, group?.contact_person_id].some((id) => id != null && id === viewer.personId);
    if (actsForThem) return transitionsFrom(registrationTransitions, status, 'participant');
    const mayReview = holds(viewer, REVIEWERS, { kind: 'EDITION', id: editionId });
    return mayReview ? transitionsFrom(registrationTransitions, status, 'organiser') : [];
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
      'Null for somebody registered by an organisation who has no account yet, always so for the organisation, and while the service that owns people is out of reach.',
  })
  person(
    @Root() { personId, groupId, editionId }: RegistrationType,
    @Ctx() { viewer }: ForumContext,
  ): PersonReference | null {
    if (personId === null) return null;
    // Whoever registers addresses does not learn which of them have accounts, and whose.
    const maySee = groupId === null || maySeeRegistration(viewer, { person_id: personId, edition_id: editionId });
    return maySee ? new PersonReference(personId) : null;
  }

  @FieldResolver(() => DelegationReference, {
    nullable: true,
    description:
      'The delegation that a delegate comes with. Null for everybody else, and while the service that owns delegations is out of reach.',
  })
  delegation(@Root() { delegationId }: RegistrationType): DelegationReference | null {
    return delegationId === null ? null : new DelegationReference(delegationId);
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
