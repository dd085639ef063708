import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { holders } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import type { ForumContext } from '../../../context.ts';
import { CountryReference } from '../../edition.types.ts';
import { nextHost } from './next-host.rules.ts';

@Resolver()
export class SuggestedHostResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Query(() => CountryReference, {
    nullable: true,
    description:
      "The member state whose turn to host comes next, in the order of the Russian alphabet of the states' short names. A suggestion: `createForumEdition` takes any member. Null where there is no edition to follow.",
  })
  async suggestedNextHost(
    @Arg('after', () => Int, {
      nullable: true,
      description: 'A year: follows the last edition up to then that is not cancelled. The very last when absent.',
    })
    after: number | null,
    @Ctx() { loaders }: ForumContext,
  ): Promise<CountryReference | null> {
    const last = await loaders.lastHost.load(String(after ?? 'infinity'));
    const code = last && nextHost(last.host_country);
    return code ? new CountryReference(code) : null;
  }
}
