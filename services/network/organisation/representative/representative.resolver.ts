import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import type { NetworkContext } from '../../context.ts';
import { actorsOf } from '../../form/step.rules.ts';
import { PersonReference } from '../../privacy/person-reference.types.ts';
import { say } from '../messages.ts';
import { OrganisationNotFound, OrganisationSuccess, OrganisationType } from '../organisation.types.ts';
import { organisationNow } from '../seen-organisation.types.ts';
import {
  addRepresentative,
  type ChangeRepresentativesOutcome,
  removeRepresentative,
} from './change-representatives.ts';
import {
  ChangeRepresentativesResult,
  LastRepresentative,
  NotARepresentative,
  RepresentativeInput,
} from './representative.types.ts';

type Refusal = Extract<ChangeRepresentativesOutcome, { refusal: string }>['refusal'];

@Resolver(() => OrganisationType)
export class RepresentativeResolver {
  @Allow(signedIn)
  @Mutation(() => ChangeRepresentativesResult, {
    description: 'Lets somebody else act for an organisation. By those who do, and administrators.',
  })
  async addRepresentative(
    @Arg('input', () => RepresentativeInput) input: RepresentativeInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof ChangeRepresentativesResult> {
    const { em, viewer, now } = context;
    return answer(await addRepresentative(em, { ...input, viewer }, now()), context);
  }

  @Allow(signedIn)
  @Mutation(() => ChangeRepresentativesResult, {
    description:
      'Ends that somebody acts for an organisation. By those who do, and administrators; the last one stays.',
  })
  async removeRepresentative(
    @Arg('input', () => RepresentativeInput) input: RepresentativeInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof ChangeRepresentativesResult> {
    const { em, viewer, now } = context;
    return answer(await removeRepresentative(em, { ...input, viewer }, now()), context);
  }

  @FieldResolver(() => [PersonReference], {
    nullable: true,
    description: 'Who acts for it. For themselves and administrators; null for others.',
  })
  representatives(@Root() { row }: OrganisationType, @Ctx() { viewer }: NetworkContext): PersonReference[] | null {
    const ids = row.representative_ids;
    return actorsOf(viewer, ids).length > 0 ? ids.map((id) => new PersonReference(id)) : null;
  }
}

@Resolver(() => PersonReference)
export class PersonOrganisationsResolver {
  @Allow<PersonReference>(theirOwn<Call<PersonReference>>(({ of }) => of.id))
  @FieldResolver(() => [OrganisationType], {
    nullable: true,
    description:
      'The organisations that the person acts for, whatever their status. Null while the network is out of reach.',
  })
  async representedOrganisations(
    @Root() { id }: PersonReference,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<OrganisationType[]> {
    const rows = await loaders.organisationsOfRepresentative.load(id);
    return rows.map((row) => new OrganisationType(row));
  }
}

async function answer(
  outcome: ChangeRepresentativesOutcome,
  { loaders, locale }: NetworkContext,
): Promise<typeof ChangeRepresentativesResult> {
  if ('refusal' in outcome) return refusals[outcome.refusal](locale);
  return new OrganisationSuccess(await organisationNow(outcome.organisationId, loaders));
}

const refusals = {
  'organisation-not-found': (locale: string) => new OrganisationNotFound(say('ORGANISATION_NOT_FOUND', locale)),
  'not-a-representative': (locale: string) => new NotARepresentative(say('NOT_A_REPRESENTATIVE', locale)),
  'last-representative': (locale: string) => new LastRepresentative(say('LAST_REPRESENTATIVE', locale)),
} satisfies Record<Refusal, (locale: string) => object>;
