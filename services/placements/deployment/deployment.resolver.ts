import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { anyone, either, holders, theirOwn, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { PLACERS } from '../application/application.rules.ts';
import type { PlacementsContext } from '../context.ts';
import { HostOrganisationType } from '../host-organisation/host-organisation.types.ts';
import { OpeningType } from '../opening/opening.types.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import { CountryReference, ProgrammeType } from '../programme/programme.types.ts';
import { type DeploymentRow, whoseDeployment } from './deployment.loaders.ts';
import {
  actorsOnDeployment,
  type DeploymentStatus,
  deploymentTransitions,
  mayReadDeployment,
  statusSeenBy,
  type ToldStatus,
} from './deployment.rules.ts';
import { DeploymentConnection, DeploymentType, deploymentKey, ToldDeploymentStatus } from './deployment.types.ts';

@Resolver(() => DeploymentType)
export class DeploymentResolver {
  @Allow(anyone)
  @Query(() => DeploymentType, {
    nullable: true,
    description:
      'A deployment by ID. Null for whoever neither serves in it, nor receives its volunteer, nor runs placements, nor speaks for its country.',
  })
  async deployment(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<DeploymentType | null> {
    const row = await loaders.deploymentById.load(id);
    return row && readsDeployment(viewer, row) ? new DeploymentType(row) : null;
  }

  @FieldResolver(() => ToldDeploymentStatus, {
    description: 'Where it is. Why service ended early is not for whoever only speaks for the country.',
  })
  status(@Root() { row }: DeploymentType, @Ctx() { viewer }: PlacementsContext): ToldStatus {
    return statusSeenBy(viewer, whoseDeployment(row), row.status);
  }

  @FieldResolver(() => OpeningType, { nullable: true, description: 'The opening it has come from.' })
  async opening(@Root() { row }: DeploymentType, @Ctx() { loaders }: PlacementsContext): Promise<OpeningType | null> {
    const opening = await loaders.openingById.load(row.opening_id);
    return opening && new OpeningType(opening);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: 'The programme that pays for it.' })
  async programme(
    @Root() { row }: DeploymentType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<ProgrammeType | null> {
    const programme = await loaders.programmeById.load(row.programme_id);
    return programme && new ProgrammeType(programme);
  }

  @FieldResolver(() => HostOrganisationType, { nullable: true, description: 'With whom the volunteer serves.' })
  async hostOrganisation(
    @Root() { row }: DeploymentType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<HostOrganisationType | null> {
    const host = await loaders.hostOrganisationById.load(row.host_organisation_id);
    return host && new HostOrganisationType(host);
  }

  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Where the volunteer serves. Null while the service that owns countries is out of reach.',
  })
  country(@Root() { row }: DeploymentType): CountryReference {
    return new CountryReference(row.country_code);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: 'Who serves. Null while the service that owns people is out of reach.',
  })
  volunteer(@Root() { row }: DeploymentType): PersonReference {
    return new PersonReference(row.person_id);
  }

  @FieldResolver(() => [ToldDeploymentStatus], {
    description: 'Where the viewer may take it from here: the volunteer, the host, or those who run placements.',
  })
  allowedTransitions(@Root() { row }: DeploymentType, @Ctx() { viewer }: PlacementsContext): DeploymentStatus[] {
    const actors = actorsOnDeployment(viewer, whoseDeployment(row));
    const steps = actors.flatMap((actor) => transitionsFrom(deploymentTransitions, row.status, actor));
    return [...new Set(steps)];
  }
}

export function readsDeployment(viewer: Viewer, row: DeploymentRow): boolean {
  return mayReadDeployment(viewer, whoseDeployment(row));
}

@Resolver(() => PersonReference)
export class PersonDeploymentsResolver {
  @Allow<PersonReference>(
    either(
      theirOwn(({ of }) => of.id),
      holders(...PLACERS),
    ),
  )
  @FieldResolver(() => DeploymentConnection, {
    nullable: true,
    description: 'Their service abroad, the latest first. Null while the placements service is out of reach.',
  })
  async deployments(
    @Root() { id }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.deploymentsByPerson.load({ owner: id, page: pageOf(page, 2) });
    return DeploymentConnection.of(cut, deploymentKey, (row) => new DeploymentType(row));
  }
}
