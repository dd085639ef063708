import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holders, holdersOver, holds } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import type { PlacementsContext } from '../../context.ts';
import { OpeningType } from '../../opening/opening.types.ts';
import { ApplicationStatus, BEFORE_HOST, PLACERS } from '../application.rules.ts';
import { ApplicationConnection, ApplicationType, applicationKey } from '../application.types.ts';

@Resolver(() => OpeningType)
export class OpeningApplicationsResolver {
  @Allow<OpeningType>(
    either<Call<OpeningType>>(
      holders(...PLACERS),
      holdersOver('HOST_ORGANISATION', ({ of }) => of.hostOrganisationId, 'HOST_OFFICER'),
    ),
  )
  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description:
      'Applications for it, the first to come first. Those who receive its volunteers see the ones that were sent to them.',
  })
  async applications(
    @Root() { id }: OpeningType,
    @Arg('status', () => [ApplicationStatus], { nullable: true, description: 'Any of these; all when absent.' })
    status: ApplicationStatus[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<ApplicationConnection> {
    const seesAll = holds(viewer, PLACERS, { kind: 'ALL', id: null });
    const asked = { owner: id, filter: { status, sent: seesAll ? null : BEFORE_HOST } };
    const cut = await loaders.applicationsByOpening.load({ ...asked, page: pageOf(page, 2) });
    return ApplicationConnection.counted(
      cut,
      applicationKey,
      (row) => new ApplicationType(row),
      () => loaders.applicationCountByOpening.load(asked),
    );
  }
}
