import { Field, ID, InputType } from 'type-graphql';
import { CountryCode } from '../../../shared/graph/scalars.ts';
import type { DeploymentStatus } from '../deployment.rules.ts';
import { ToldDeploymentStatus } from '../deployment.types.ts';

@InputType({
  description: 'Which deployments are meant: those that pass everything that is given. An empty list lets none pass.',
})
export class DeploymentFilter {
  @Field(() => [ToldDeploymentStatus], { nullable: true })
  readonly status?: DeploymentStatus[] | null;
  @Field(() => ID, { nullable: true, description: 'ID of a host organisation.' })
  readonly host?: string | null;
  @Field(() => CountryCode, { nullable: true })
  readonly country?: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of a programme.' })
  readonly programme?: string | null;
}
