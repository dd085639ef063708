import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { anyone, holds } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import { PLACERS } from '../application/application.rules.ts';
import type { PlacementsContext } from '../context.ts';
import { stepsFrom } from '../form/step.rules.ts';
import { CountryReference } from '../programme/programme.types.ts';
import { HostAccreditationStatus, hostSightOf, hostTransitions, statusOn } from './host-organisation.rules.ts';
import {
  HostAccreditationType,
  HostOrganisationConnection,
  HostOrganisationFilter,
  HostOrganisationType,
  hostOrganisationKey,
} from './host-organisation.types.ts';

@Resolver(() => HostOrganisationType)
export class HostOrganisationResolver {
  @Allow(anyone)
  @Query(() => HostOrganisationType, {
    nullable: true,
    description:
      'A host organisation by ID. Null where there is none. One that was never accredited is there for those who run placements and its own officers.',
  })
  async hostOrganisation(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<HostOrganisationType | null> {
    const row = await loaders.hostOrganisationById.load(id);
    return row && new HostOrganisationType(row);
  }

  @Allow(anyone)
  @Query(() => HostOrganisationConnection, {
    description:
      'Host organisations by name. Those that were never accredited are there for those who run placements and their own officers.',
  })
  async hostOrganisations(
    @Arg('filter', () => HostOrganisationFilter, { nullable: true }) asked: HostOrganisationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer, now }: PlacementsContext,
  ) {
    const { all, hostIds } = hostSightOf(viewer);
    const filter = {
      seen: all ? null : hostIds,
      countries: asked?.countries?.map((code) => code.toUpperCase()),
      standing: asked?.statuses && [now().toISOString(), ...asked.statuses],
    };
    const cut = await loaders.hostOrganisations.load({ owner: '', filter, page: pageOf(page, 2) });
    return HostOrganisationConnection.counted(
      cut,
      hostOrganisationKey,
      (row) => new HostOrganisationType(row),
      () => loaders.hostOrganisationCount.load({ owner: '', filter }),
    );
  }

  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Where it is. Null while the service that owns countries is out of reach.',
  })
  country(@Root() { countryCode }: HostOrganisationType): CountryReference {
    return new CountryReference(countryCode);
  }

  @FieldResolver(() => HostAccreditationType, { description: 'Its accreditation as it stands now.' })
  accreditation(
    @Root() { accreditedAs, timeZone }: HostOrganisationType,
    @Ctx() { now }: PlacementsContext,
  ): HostAccreditationType {
    return new HostAccreditationType(accreditedAs, dayIn(timeZone, now()));
  }

  @FieldResolver(() => [HostAccreditationStatus], {
    description: 'Where the viewer may take it from here. Empty for all but those who run placements.',
  })
  allowedTransitions(
    @Root() { accreditedAs, timeZone }: HostOrganisationType,
    @Ctx() { viewer, now }: PlacementsContext,
  ): HostAccreditationStatus[] {
    if (!holds(viewer, PLACERS, { kind: 'ALL', id: null })) return [];
    return stepsFrom(hostTransitions, statusOn(accreditedAs, dayIn(timeZone, now())), ['placement-officer']);
  }
}
