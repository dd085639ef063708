import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import type { DelegationsContext } from '../context.ts';
import { CountryType } from '../country/country.types.ts';
import { NominationType } from '../nomination/nomination.types.ts';
import {
  DelegationConnection,
  DelegationType,
  delegationKeyInEdition,
  EditionReference,
  QuotaType,
} from './delegation.types.ts';

@Resolver(() => DelegationType)
export class DelegationResolver {
  @Allow(anyone)
  @Query(() => DelegationType, { nullable: true, description: 'A delegation by ID. Null where there is none.' })
  async delegation(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders }: DelegationsContext,
  ): Promise<DelegationType | null> {
    const row = await loaders.delegationById.load(id);
    return row && new DelegationType(row);
  }

  @FieldResolver(() => CountryType, { nullable: true, description: 'The state whose delegation it is.' })
  country(@Root() { countryCode }: DelegationType): CountryType {
    return new CountryType(countryCode);
  }

  @FieldResolver(() => EditionReference, {
    nullable: true,
    description: 'Null while the service that owns editions is out of reach.',
  })
  edition(@Root() { editionId }: DelegationType): EditionReference {
    return new EditionReference(editionId);
  }

  @FieldResolver(() => [QuotaType], { description: 'By category.' })
  async quotas(@Root() { id }: DelegationType, @Ctx() { loaders }: DelegationsContext): Promise<QuotaType[]> {
    const rows = await loaders.quotasByDelegation.load(id);
    return rows.map((row) => new QuotaType(row));
  }

  @FieldResolver(() => NominationType, {
    nullable: true,
    description: 'Head of delegation, a public function. Null until one is named.',
  })
  async head(@Root() { id }: DelegationType, @Ctx() { loaders }: DelegationsContext): Promise<NominationType | null> {
    const row = await loaders.headByDelegation.load(id);
    return row && new NominationType(row);
  }
}

@Resolver(() => EditionReference)
export class EditionDelegationsResolver {
  @FieldResolver(() => DelegationConnection, {
    nullable: true,
    description: 'Delegations to the edition, by country code. Null while the delegations service is out of reach.',
  })
  async delegations(
    @Root() { id }: EditionReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const cut = await loaders.delegationsByEdition.load({ owner: id, page: pageOf(page, 2) });
    return DelegationConnection.of(cut, delegationKeyInEdition, (row) => new DelegationType(row));
  }
}
