import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { holders, holdersOver } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { HostOrganisationType } from '../../host-organisation/host-organisation.types.ts';
import { alertKey, DeploymentAlertConnection, DeploymentAlertType } from '../alert/alert.types.ts';
import type { DeploymentStatus } from '../deployment.rules.ts';
import { DeploymentConnection, DeploymentType, deploymentKey, ToldDeploymentStatus } from '../deployment.types.ts';
import { DeploymentFilter } from './deployment-filter.types.ts';

@Resolver()
export class DeploymentListResolver {
  @Allow(holders(...PLACERS))
  @Query(() => DeploymentConnection, { description: 'All deployments that pass a filter, by first day of service.' })
  async deployments(
    @Arg('filter', () => DeploymentFilter, { nullable: true }) filter: DeploymentFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const { status = null, host = null, country = null, programme = null } = filter ?? {};
    const asked = { owner: '', filter: { status, host, country, programme }, page: pageOf(page, 2) };
    const cut = await loaders.deployments.load(asked);
    return DeploymentConnection.of(cut, deploymentKey, (row) => new DeploymentType(row));
  }

  @Allow(holders(...PLACERS))
  @Query(() => DeploymentAlertConnection, {
    description:
      'What has to be looked after now, by the day it is about: gaps in insurance, entries on duty that nobody has confirmed, clearances that run out or have failed.',
  })
  async deploymentAlerts(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders, now }: PlacementsContext) {
    const cut = await loaders.deploymentAlerts.load({ owner: '', filter: { asOf: now() }, page: pageOf(page, 2) });
    return DeploymentAlertConnection.of(cut, alertKey, (row) => new DeploymentAlertType(row));
  }
}

@Resolver(() => DeploymentAlertType)
export class DeploymentAlertResolver {
  @FieldResolver(() => DeploymentType, { nullable: true })
  async deployment(
    @Root() { deploymentId }: DeploymentAlertType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<DeploymentType | null> {
    const row = await loaders.deploymentById.load(deploymentId);
    return row && new DeploymentType(row);
  }
}

@Resolver(() => HostOrganisationType)
export class HostDeploymentsResolver {
  @Allow<HostOrganisationType>(
    holdersOver(
      'HOST_ORGANISATION',
      ({ of }: Call<HostOrganisationType>) => of.id,
      'HOST_OFFICER',
      'PLACEMENT_OFFICER',
      'ADMINISTRATOR',
    ),
  )
  @FieldResolver(() => DeploymentConnection, { description: 'Service of volunteers with it, by first day.' })
  async deployments(
    @Root() { id }: HostOrganisationType,
    @Arg('status', () => [ToldDeploymentStatus], { nullable: true }) status: DeploymentStatus[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.deploymentsByHost.load({ owner: id, filter: { status }, page: pageOf(page, 2) });
    return DeploymentConnection.of(cut, deploymentKey, (row) => new DeploymentType(row));
  }
}
