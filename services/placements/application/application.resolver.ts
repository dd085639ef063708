import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holders, theirOwn, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import type { PlacementsContext } from '../context.ts';
import { OpeningType } from '../opening/opening.types.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import type { ApplicationRow } from './application.loaders.ts';
import {
  type ApplicationActor,
  ApplicationStatus,
  actorOnApplication,
  applicationTransitions,
  PLACERS,
} from './application.rules.ts';
import { ApplicationConnection, ApplicationType, applicationKey } from './application.types.ts';

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @FieldResolver(() => OpeningType, { nullable: true, description: 'What the person wishes to serve in.' })
  async opening(@Root() { row }: ApplicationType, @Ctx() { loaders }: PlacementsContext): Promise<OpeningType | null> {
    const opening = await loaders.openingById.load(row.opening_id);
    return opening && new OpeningType(opening);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: 'Who applied. Null while the service that owns people is out of reach.',
  })
  person(@Root() { row }: ApplicationType): PersonReference {
    return new PersonReference(row.person_id);
  }

  @FieldResolver(() => [ApplicationStatus], {
    description:
      'Where the viewer may take it from here: the applicant, the host it was sent to, or those who run placements.',
  })
  allowedTransitions(@Root() { row }: ApplicationType, @Ctx() { viewer }: PlacementsContext): ApplicationStatus[] {
    const actor = applicationActorOf(viewer, row);
    return actor ? transitionsFrom(applicationTransitions, row.status, actor) : [];
  }
}

/** A viewer as the life of an application knows them; null for whoever has nothing to do with it. */
export function applicationActorOf(viewer: Viewer, row: ApplicationRow): ApplicationActor | null {
  return actorOnApplication(viewer, {
    personId: row.person_id,
    hostOrganisationId: row.host_organisation_id,
    status: row.status,
    wasSentToHost: row.sent_to_host_at !== null,
  });
}

@Resolver(() => PersonReference)
export class PersonApplicationsResolver {
  @Allow<PersonReference>(
    either(
      theirOwn(({ of }) => of.id),
      holders(...PLACERS),
    ),
  )
  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description:
      'Their applications for openings, the newest first. Null while the placements service is out of reach.',
  })
  async applications(
    @Root() { id }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.applicationsByPerson.load({ owner: id, page: pageOf(page, 2) });
    return ApplicationConnection.counted(
      cut,
      applicationKey,
      (row) => new ApplicationType(row),
      () => loaders.applicationCountByPerson.load({ owner: id }),
    );
  }
}
