import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holdersOver, theirOwn, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationType } from '../delegation/delegation.types.ts';
import type { NominationRow } from './nomination.loaders.ts';
import {
  actorOn,
  ClaimRefusalReason,
  composersOf,
  type NominationActor,
  NominationStatus,
  nominationTransitions,
  VERIFIERS,
} from './nomination.rules.ts';
import {
  NominationConnection,
  NominationType,
  NomineeName,
  nominationKey,
  PersonReference,
  RegistrationReference,
} from './nomination.types.ts';

const INVOLVED = 'Null for whoever neither is the nominee, nor composes the delegation, nor checks its credentials.';

@Resolver(() => NominationType)
export class NominationResolver {
  @FieldResolver(() => PersonReference, {
    nullable: true,
    description:
      'Null until the nominee has an account with the address they were nominated with, and while the service that owns people is out of reach.',
  })
  person(@Root() { row }: NominationType): PersonReference | null {
    return row.person_id === null ? null : new PersonReference(row.person_id);
  }

  @FieldResolver(() => DelegationType, { nullable: true, description: 'The delegation that names them.' })
  async delegation(
    @Root() { row }: NominationType,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<DelegationType | null> {
    const delegation = await loaders.delegationById.load(row.delegation_id);
    return delegation && new DelegationType(delegation);
  }

  @FieldResolver(() => NomineeName, { nullable: true, description: `As the delegation writes it. ${INVOLVED}` })
  nativeName(@Root() { row }: NominationType, @Ctx() { viewer }: DelegationsContext): NomineeName | null {
    return row.native_name && actorOf(viewer, row) ? new NomineeName(row.native_name) : null;
  }

  @FieldResolver(() => NomineeName, {
    nullable: true,
    description: `As the passport prints it, by word of the delegation. ${INVOLVED}`,
  })
  latinName(@Root() { row }: NominationType, @Ctx() { viewer }: DelegationsContext): NomineeName | null {
    return row.latin_name && actorOf(viewer, row) ? new NomineeName(row.latin_name) : null;
  }

  @FieldResolver(() => RegistrationReference, {
    nullable: true,
    description: `The registration that the nominee's confirmation has led to; null until then, and while the forum is out of reach. ${INVOLVED}`,
  })
  registration(@Root() { row }: NominationType, @Ctx() { viewer }: DelegationsContext): RegistrationReference | null {
    const { registration_id: id } = row;
    return id !== null && actorOf(viewer, row) ? new RegistrationReference(id) : null;
  }

  @FieldResolver(() => ClaimRefusalReason, {
    nullable: true,
    description: `Why the last confirmation led to no seat. ${INVOLVED}`,
  })
  claimRefusal(@Root() { row }: NominationType, @Ctx() { viewer }: DelegationsContext): ClaimRefusalReason | null {
    return actorOf(viewer, row) ? row.claim_refusal : null;
  }

  @FieldResolver(() => RegistrationReference, {
    nullable: true,
    description: "With `ALREADY_REGISTERED`: the nominee's own registration. For the nominee alone.",
  })
  ownRegistration(
    @Root() { row }: NominationType,
    @Ctx() { viewer }: DelegationsContext,
  ): RegistrationReference | null {
    const isTheirs = row.person_id !== null && row.person_id === viewer.personId;
    return row.refused_for_id && isTheirs ? new RegistrationReference(row.refused_for_id) : null;
  }

  @FieldResolver(() => NominationType, { nullable: true, description: `Whose place they took over. ${INVOLVED}` })
  async replaces(
    @Root() { row }: NominationType,
    @Ctx() { viewer, loaders }: DelegationsContext,
  ): Promise<NominationType | null> {
    if (row.replaces_id === null || !actorOf(viewer, row)) return null;
    const replaced = await loaders.nominationById.load(row.replaces_id);
    return replaced && new NominationType(replaced);
  }

  @FieldResolver(() => [NominationStatus], {
    description:
      'Where the viewer may take it from here: the nominee, whoever composes the delegation, or whoever checks its credentials.',
  })
  allowedTransitions(@Root() { row }: NominationType, @Ctx() { viewer }: DelegationsContext): NominationStatus[] {
    const actor = actorOf(viewer, row);
    const steps = actor ? transitionsFrom(nominationTransitions, row.status, actor) : [];
    return row.is_alternate ? steps.filter((step) => step !== NominationStatus.CLAIMING) : steps;
  }
}

/** A viewer as the life of a nomination knows them; null for whoever has nothing to do with it. */
export function actorOf(viewer: Viewer, row: NominationRow): NominationActor | null {
  const { person_id: personId, delegation_id: delegationId, edition_id: editionId } = row;
  return actorOn(viewer, { personId, delegationId, editionId });
}

@Resolver(() => DelegationType)
export class DelegationNominationsResolver {
  @Allow<DelegationType>(
    either(
      composersOf(({ of }) => of.id),
      holdersOver('EDITION', ({ of }) => of.editionId, ...VERIFIERS),
    ),
  )
  @FieldResolver(() => NominationConnection, {
    nullable: true,
    description: 'Everybody it has named, those who have left too, in the order they were named.',
  })
  async nominations(
    @Root() { id }: DelegationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const cut = await loaders.nominationsByDelegation.load({ owner: id, page: pageOf(page, 1) });
    return NominationConnection.of(cut, nominationKey, (row) => new NominationType(row));
  }
}

@Resolver(() => PersonReference)
export class PersonNominationsResolver {
  @Allow<PersonReference>(theirOwn(({ of }) => of.id))
  @FieldResolver(() => NominationConnection, {
    nullable: true,
    description: 'What delegations have named them as. Null while the delegations service is out of reach.',
  })
  async nominations(
    @Root() { id }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const cut = await loaders.nominationsByPerson.load({ owner: id, page: pageOf(page, 1) });
    return NominationConnection.of(cut, nominationKey, (row) => new NominationType(row));
  }
}
