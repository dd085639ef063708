import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import type { ForumContext } from '../context.ts';
import { runsEdition } from '../organisers/organisers.rules.ts';
import {
  DelegationReference,
  RegistrationConnection,
  RegistrationType,
  registrationKey,
} from '../registration/registration.types.ts';
import { composesDelegation } from './delegation-registrations.rules.ts';

@Resolver(() => DelegationReference)
export class DelegationRegistrationsResolver {
  @FieldResolver(() => RegistrationConnection, {
    nullable: true,
    description:
      'Registrations of those whom it brings, ended ones too, the newest last. Null for whoever neither composes the delegation nor runs the edition, and while the forum service is out of reach.',
  })
  async registrations(
    @Root() { id }: DelegationReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { viewer, loaders }: ForumContext,
  ) {
    const cut = await loaders.registrationsByDelegation.load({ owner: id, page: pageOf(page, 2) });
    const [first] = cut.rows;
    const maySee = composesDelegation(viewer, id) || (first !== undefined && runsEdition(viewer, first.edition_id));
    return maySee ? RegistrationConnection.of(cut, registrationKey, (row) => new RegistrationType(row)) : null;
  }
}
