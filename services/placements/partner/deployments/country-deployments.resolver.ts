import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { PlacementsContext } from '../../context.ts';
import { DeploymentConnection, DeploymentType, deploymentKey } from '../../deployment/deployment.types.ts';
import { CountryReference } from '../../programme/programme.types.ts';
import { askedYear } from '../asked-year.ts';
import { speakersFor } from '../speaker.rules.ts';

@Resolver(() => CountryReference)
export class CountryDeploymentsResolver {
  @Allow<CountryReference>(speakersFor(({ of }) => of.code))
  @FieldResolver(() => DeploymentConnection, {
    nullable: true,
    description:
      'Service in the country, by its first day as agreed; with `year`, what was agreed to begin in that year. Null while the placements service is out of reach.',
  })
  async deployments(
    @Root() { code }: CountryReference,
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const filter = { year: year == null ? null : askedYear(year) };
    const cut = await loaders.deploymentsByCountry.load({ owner: code, page: pageOf(page, 2), filter });
    return DeploymentConnection.of(cut, deploymentKey, (row) => new DeploymentType(row));
  }
}
