import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { personOf, signedIn, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { IdempotencyKeyReused } from '../../shared/graph/user-error.ts';
import type { NetworkContext } from '../context.ts';
import { actorsOf } from '../form/step.rules.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import { say as sayOfProject } from '../project/messages.ts';
import { ProjectNotFound, ProjectType, projectSeen } from '../project/project.types.ts';
import { type JoinProjectOutcome, joinProject } from './join-project.ts';
import { leaveProject } from './leave-project.ts';
import { say } from './messages.ts';
import {
  AlreadyParticipating,
  JoinProjectInput,
  JoinProjectResult,
  LeaveProjectInput,
  LeaveProjectResult,
  NotParticipating,
  ParticipationConnection,
  ParticipationSuccess,
  ParticipationType,
  ProjectNotRunning,
  participationKey,
} from './participation.types.ts';

@Resolver(() => ParticipationType)
export class ParticipationResolver {
  @Allow(signedIn)
  @Mutation(() => JoinProjectResult, { description: 'Lets the signed-in person take part in a running project.' })
  async joinProject(
    @Arg('input', () => JoinProjectInput) { projectId, idempotencyKey = null }: JoinProjectInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof JoinProjectResult> {
    const { em, viewer, now } = context;
    const outcome = await joinProject(em, { personId: personOf(viewer), idempotencyKey, projectId }, now());
    if ('refusal' in outcome) return refused(outcome, context);
    return new ParticipationSuccess(await participationNow(outcome.participationId, context));
  }

  @Allow(signedIn)
  @Mutation(() => LeaveProjectResult, {
    description: "Ends the signed-in person's part in a project. Hours they gave stay.",
  })
  async leaveProject(
    @Arg('input', () => LeaveProjectInput) { projectId }: LeaveProjectInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof LeaveProjectResult> {
    const { em, locale, viewer, now } = context;
    const outcome = await leaveProject(em, { personId: personOf(viewer), projectId }, now());
    if ('refusal' in outcome) return new NotParticipating(say('NOT_PARTICIPATING', locale));
    return new ParticipationSuccess(await participationNow(outcome.participationId, context));
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: 'Null where it is not public any more.' })
  async project(
    @Root() { row }: ParticipationType,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<ProjectType | null> {
    const project = await loaders.projectById.load(row.project_id);
    return project && projectSeen(project, viewer);
  }
}

@Resolver(() => PersonReference)
export class PersonParticipationsResolver {
  @Allow<PersonReference>(theirOwn<Call<PersonReference>>(({ of }) => of.id))
  @FieldResolver(() => ParticipationConnection, {
    nullable: true,
    description:
      'Projects that the person takes part in or did, the latest first. Null while the network is out of reach.',
  })
  async participations(
    @Root() { id: owner }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: NetworkContext,
  ) {
    const cut = await loaders.participationsOfPerson.load({ owner, page: pageOf(page, 2) });
    return ParticipationConnection.counted(
      cut,
      participationKey,
      (row) => new ParticipationType(row),
      () => loaders.participationCountOfPerson.load({ owner }),
    );
  }
}

@Resolver(() => ProjectType)
export class ProjectParticipationsResolver {
  @FieldResolver(() => ParticipationConnection, {
    nullable: true,
    description: 'Who takes part or did, the latest first. For its organisation and administrators; null for others.',
  })
  async participations(
    @Root() { id: owner, row }: ProjectType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, viewer }: NetworkContext,
  ) {
    if (actorsOf(viewer, row.representative_ids).length === 0) return null;
    const cut = await loaders.participationsOfProject.load({ owner, page: pageOf(page, 2) });
    return ParticipationConnection.counted(
      cut,
      participationKey,
      (one) => new ParticipationType(one),
      () => loaders.participationCountOfProject.load({ owner }),
    );
  }

  @FieldResolver(() => ParticipationType, {
    nullable: true,
    description: 'The part that the viewer takes in it at this moment; null where they take none.',
  })
  async viewerParticipation(
    @Root() { id: projectId }: ProjectType,
    @Ctx() { loaders, viewer: { personId } }: NetworkContext,
  ): Promise<ParticipationType | null> {
    if (personId === null) return null;
    const row = await loaders.liveParticipation.load({ personId, projectId });
    return row && new ParticipationType(row);
  }
}

async function refused(
  refusal: Extract<JoinProjectOutcome, { refusal: string }>,
  context: NetworkContext,
): Promise<typeof JoinProjectResult> {
  const { locale } = context;
  switch (refusal.refusal) {
    case 'project-not-found':
      return new ProjectNotFound(sayOfProject('PROJECT_NOT_FOUND', locale));
    case 'project-not-running':
      return new ProjectNotRunning(say('PROJECT_NOT_RUNNING', locale), refusal.status);
    case 'already-participating': {
      const participation = await participationNow(refusal.participationId, context);
      return new AlreadyParticipating(say('ALREADY_PARTICIPATING', locale), participation);
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

async function participationNow(id: string, { loaders }: NetworkContext): Promise<ParticipationType> {
  const row = await loaders.participationById.clear(id).load(id);
  if (!row) throw new Error(`participation ${id} is gone`);
  return new ParticipationType(row);
}
