import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { holdersOver } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { DelegationsContext } from '../../context.ts';
import { VERIFIERS } from '../../nomination/nomination.rules.ts';
import { CredentialsConnection, CredentialsType, queueKey } from '../credentials.types.ts';
import { CredentialsQueueFilterInput } from './credentials-queue.types.ts';

interface Call {
  readonly args: { readonly editionId: string };
}

@Resolver()
export class CredentialsQueueResolver {
  @Allow(holdersOver<Call>('EDITION', ({ args }) => args.editionId, ...VERIFIERS))
  @Query(() => CredentialsConnection, {
    description: 'Credentials of an edition that wait for a last word, those that have waited longest first.',
  })
  async credentialsQueue(
    @Arg('editionId', () => ID) editionId: string,
    @Arg('filter', () => CredentialsQueueFilterInput, { nullable: true }) input: CredentialsQueueFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: DelegationsContext,
  ) {
    const filter = {
      statuses: input?.states ?? null,
      ownerId: input?.ownerId ?? null,
      isTaken: input?.isTaken ?? null,
      delegationId: input?.delegationId ?? null,
    };
    const cut = await loaders.credentialsQueue.load({ owner: editionId, page: pageOf(page, 2), filter });
    return CredentialsConnection.counted(
      cut,
      queueKey,
      (row) => new CredentialsType(row.nomination_id, row.status, row),
      () => loaders.credentialsQueueCount.load({ owner: editionId, filter }),
    );
  }
}
