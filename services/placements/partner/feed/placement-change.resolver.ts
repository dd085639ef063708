import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { CountryCode } from '../../../shared/graph/scalars.ts';
import type { PlacementsContext } from '../../context.ts';
import { readsDeployment } from '../../deployment/deployment.resolver.ts';
import { DeploymentType } from '../../deployment/deployment.types.ts';
import { OpeningType } from '../../opening/opening.types.ts';
import { speakersFor } from '../speaker.rules.ts';
import { PlacementChangeConnection, PlacementChangeType, placementChangeKey } from './placement-change.types.ts';

@Resolver(() => PlacementChangeType)
export class PlacementChangeResolver {
  @Allow(speakersFor(({ args }: Call) => args.country))
  @Query(() => PlacementChangeConnection, {
    description:
      'What has changed in a country since a cursor, the earliest first, without gaps: whatever is read after the last cursor came after it, and nothing is added before it. Keep the last cursor where a page is empty.',
  })
  async placementChanges(
    @Arg('country', () => CountryCode) country: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.changesByCountry.load({ owner: country, page: pageOf(page, 1) });
    return PlacementChangeConnection.of(cut, placementChangeKey, (row) => new PlacementChangeType(row));
  }

  @FieldResolver(() => OpeningType, {
    nullable: true,
    description: 'The opening, or that of the deployment, as it is now. Null where it is not visible any more.',
  })
  async opening(
    @Root() { row }: PlacementChangeType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<OpeningType | null> {
    const opening = await loaders.openingById.load(row.opening_id);
    return opening && new OpeningType(opening);
  }

  @FieldResolver(() => DeploymentType, {
    nullable: true,
    description: 'The deployment as it is now. Null for an opening, and where it is not visible any more.',
  })
  async deployment(
    @Root() { row }: PlacementChangeType,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<DeploymentType | null> {
    const deployment = row.deployment_id === null ? null : await loaders.deploymentById.load(row.deployment_id);
    return deployment && readsDeployment(viewer, deployment) ? new DeploymentType(deployment) : null;
  }
}
