import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { personOf, signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { pageOf } from '../../../shared/graph/connection.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { NetworkContext } from '../../context.ts';
import { checkIds } from '../../form/form.rules.ts';
import { aboutReason, invalidForm } from '../../form/invalid-form.ts';
import { actorsOf } from '../../form/step.rules.ts';
import { networkDay } from '../../network-day.rules.ts';
import { PersonReference } from '../../privacy/person-reference.types.ts';
import { say as sayOfProject } from '../../project/messages.ts';
import { ProjectNotFound, ProjectType, projectSeen } from '../../project/project.types.ts';
import { say } from '../messages.ts';
import { NotParticipating, ProjectNotRunning } from '../participation.types.ts';
import { type DecideHours, type DecideHoursOutcome, decideHours } from './decide-hours.ts';
import { HoursStatus, MOST_AT_ONCE } from './hours.rules.ts';
import {
  DecideHoursResult,
  DecideHoursSuccess,
  HoursDecided,
  HoursNotFound,
  hoursKey,
  OwnHours,
  RecordHoursInput,
  RecordHoursResult,
  RecordHoursSuccess,
  RejectHoursInput,
  VolunteerHoursArgs,
  VolunteerHoursConnection,
  VolunteerHoursInput,
  VolunteerHoursType,
} from './hours.types.ts';
import { type RecordHoursOutcome, recordHours } from './record-hours.ts';

@Resolver(() => VolunteerHoursType)
export class HoursResolver {
  @Allow(signedIn)
  @Mutation(() => RecordHoursResult, {
    description: 'Records what the signed-in person gave to a project on a day. The organisation verifies it.',
  })
  async recordHours(
    @Arg('input', () => RecordHoursInput) input: RecordHoursInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof RecordHoursResult> {
    const { em, locale, loaders, viewer } = context;
    const now = context.now();
    const { idempotencyKey = null, projectId, on, minutes } = input;
    const command = { personId: personOf(viewer), idempotencyKey, projectId, hours: { on, minutes } };
    const outcome = await recordHours(em, command, networkDay(now), now);
    if ('refusal' in outcome) return refused(outcome, locale);
    const row = await loaders.hoursById.clear(outcome.hoursId).load(outcome.hoursId);
    if (!row) throw new Error(`hours ${outcome.hoursId} are gone`);
    return new RecordHoursSuccess(new VolunteerHoursType(row));
  }

  @Allow(signedIn)
  @Mutation(() => DecideHoursResult, {
    description:
      "Confirms hours of others, all or none. By those who represent the project's organisation; never one's own.",
  })
  verifyHours(
    @Arg('input', () => VolunteerHoursInput) { hoursIds }: VolunteerHoursInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof DecideHoursResult> {
    const to = HoursStatus.VERIFIED;
    return decide({ by: 'organisation', command: 'verifyHours', hoursIds, to, reason: null }, context);
  }

  @Allow(signedIn)
  @Mutation(() => DecideHoursResult, {
    description:
      "Rejects hours of others, verified ones too, all or none. By those who represent the project's organisation.",
  })
  rejectHours(
    @Arg('input', () => RejectHoursInput) { hoursIds, reason }: RejectHoursInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof DecideHoursResult> {
    const to = HoursStatus.REJECTED;
    return decide({ by: 'organisation', command: 'rejectHours', hoursIds, to, reason }, context);
  }

  @Allow(signedIn)
  @Mutation(() => DecideHoursResult, {
    description: "Takes back hours of one's own that nobody has decided about, all or none.",
  })
  withdrawHours(
    @Arg('input', () => VolunteerHoursInput) { hoursIds }: VolunteerHoursInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof DecideHoursResult> {
    const to = HoursStatus.WITHDRAWN;
    return decide({ by: 'volunteer', command: 'withdrawHours', hoursIds, to, reason: null }, context);
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: 'Null where it is not public any more.' })
  async project(
    @Root() { row }: VolunteerHoursType,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<ProjectType | null> {
    const project = await loaders.projectById.load(row.project_id);
    return project && projectSeen(project, viewer);
  }
}

@Resolver(() => PersonReference)
export class PersonHoursResolver {
  @Allow<PersonReference>(theirOwn<Call<PersonReference>>(({ of }) => of.id))
  @FieldResolver(() => VolunteerHoursConnection, {
    nullable: true,
    description: 'What the person gave to projects, the newest day first. Null while the network is out of reach.',
  })
  async volunteerHours(
    @Root() { id: owner }: PersonReference,
    @Args(() => VolunteerHoursArgs) asked: VolunteerHoursArgs,
    @Ctx() { loaders }: NetworkContext,
  ) {
    const filter = { status: asked.status ?? null };
    const cut = await loaders.hoursOfPerson.load({ owner, filter, page: pageOf(asked, 2) });
    return VolunteerHoursConnection.counted(
      cut,
      hoursKey,
      (row) => new VolunteerHoursType(row),
      () => loaders.hoursCountOfPerson.load({ owner, filter }),
    );
  }
}

@Resolver(() => ProjectType)
export class ProjectHoursResolver {
  @FieldResolver(() => VolunteerHoursConnection, {
    nullable: true,
    description:
      'What volunteers gave to it, the newest day first. For its organisation and administrators; null for others.',
  })
  async volunteerHours(
    @Root() { id: owner, row }: ProjectType,
    @Args(() => VolunteerHoursArgs) asked: VolunteerHoursArgs,
    @Ctx() { loaders, viewer }: NetworkContext,
  ) {
    if (actorsOf(viewer, row.representative_ids).length === 0) return null;
    const filter = { status: asked.status ?? null };
    const cut = await loaders.hoursOfProject.load({ owner, filter, page: pageOf(asked, 2) });
    return VolunteerHoursConnection.counted(
      cut,
      hoursKey,
      (one) => new VolunteerHoursType(one),
      () => loaders.hoursCountOfProject.load({ owner, filter }),
    );
  }
}

async function decide(
  decision: Omit<DecideHours, 'actorId'>,
  { em, loaders, locale, viewer, now }: NetworkContext,
): Promise<typeof DecideHoursResult> {
  const violations = checkIds(['hoursIds'], decision.hoursIds, MOST_AT_ONCE);
  const about = aboutReason(decision.reason, decision.to === HoursStatus.REJECTED, locale);
  if (violations.length + about.length > 0) return invalidForm(violations, locale, about);

  const outcome = await decideHours(em, { ...decision, actorId: personOf(viewer) }, now());
  if ('refusal' in outcome) return undecided(outcome, locale);
  const rows = await Promise.all(outcome.hoursIds.map((id) => loaders.hoursById.clear(id).load(id)));
  return new DecideHoursSuccess(rows.flatMap((row) => (row ? [new VolunteerHoursType(row)] : [])));
}

function undecided({ refusal, hoursIds }: Extract<DecideHoursOutcome, { refusal: string }>, locale: string) {
  const count = hoursIds.length;
  switch (refusal) {
    case 'hours-not-found':
      return new HoursNotFound(say('HOURS_NOT_FOUND', locale, { count }), hoursIds);
    case 'own-hours':
      return new OwnHours(say('OWN_HOURS', locale), hoursIds);
    case 'hours-decided':
      return new HoursDecided(say('HOURS_DECIDED', locale, { count }), hoursIds);
  }
}

function refused(refusal: Extract<RecordHoursOutcome, { refusal: string }>, locale: string): typeof RecordHoursResult {
  switch (refusal.refusal) {
    case 'invalid':
      return invalidForm(refusal.violations, locale);
    case 'project-not-found':
      return new ProjectNotFound(sayOfProject('PROJECT_NOT_FOUND', locale));
    case 'project-not-running':
      return new ProjectNotRunning(say('PROJECT_NOT_RUNNING', locale), refusal.status);
    case 'not-participating':
      return new NotParticipating(say('NOT_PARTICIPATING', locale));
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
