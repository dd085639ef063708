import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, signedIn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused } from '../../shared/graph/user-error.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import type { NetworkContext } from '../context.ts';
import { regionAsked } from '../form/asked.ts';
import { aboutReason, invalidForm, stepRefused } from '../form/invalid-form.ts';
import { actorsOf, moderates, stepsFrom } from '../form/step.rules.ts';
import { say as sayOfProject } from '../project/messages.ts';
import { ProjectNotFound, ProjectType, projectSeen } from '../project/project.types.ts';
import { applyForGrant } from './apply-for-grant.ts';
import { checkGrant, checkReport, GrantStatus, grantTransitions, PUBLIC_GRANTS, REASONED } from './grant.rules.ts';
import {
  ApplyForGrantInput,
  ApplyForGrantResult,
  DecideGrantInput,
  grantKey,
  grantSeen,
  MoveGrantResult,
  ProjectNotUnderWay,
  ReportGrantInput,
  SmallGrantConnection,
  SmallGrantNotFound,
  SmallGrantSuccess,
  SmallGrantsArgs,
  SmallGrantType,
} from './grant.types.ts';
import { say } from './messages.ts';
import { type MoveGrant, moveGrant } from './move-grant.ts';

const CURRENCIES = Intl.supportedValuesOf('currency');

@Resolver(() => SmallGrantType)
export class SmallGrantResolver {
  @Allow(anyone)
  @Query(() => SmallGrantConnection, { description: 'The register of small grants, the latest first.' })
  async smallGrants(@Args(() => SmallGrantsArgs) asked: SmallGrantsArgs, @Ctx() context: NetworkContext) {
    const { loaders, viewer } = context;
    const status = asked.status ?? PUBLIC_GRANTS;
    const filter = {
      status: moderates(viewer) ? status : status.filter((one) => PUBLIC_GRANTS.includes(one)),
      region: await regionAsked(asked.region, context),
    };
    const cut = await loaders.grants.load({ owner: 'all', filter, page: pageOf(asked, 2) });
    return SmallGrantConnection.counted(
      cut,
      grantKey,
      (row) => new SmallGrantType(row),
      () => loaders.grantCount.load({ owner: 'all', filter }),
    );
  }

  @Allow(signedIn)
  @Mutation(() => ApplyForGrantResult, {
    description: 'Asks for a small grant for a project, by one who represents its organisation. Administrators decide.',
  })
  async applyForGrant(
    @Arg('input', () => ApplyForGrantInput) input: ApplyForGrantInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof ApplyForGrantResult> {
    const { em, locale, viewer, now } = context;
    const { idempotencyKey = null, projectId } = input;
    const { minorUnits: amount, currency } = input.amount;
    const grant = { amount, currency, purpose: input.purpose.map(({ locale, text }) => ({ locale, text })) };
    const violations = checkGrant(grant, CURRENCIES);
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await applyForGrant(em, { viewer, idempotencyKey, projectId, grant }, now());
    if (!('refusal' in outcome)) return grantNow(outcome.grantId, context);
    switch (outcome.refusal) {
      case 'project-not-found':
        return new ProjectNotFound(sayOfProject('PROJECT_NOT_FOUND', locale));
      case 'project-not-under-way':
        return new ProjectNotUnderWay(say('PROJECT_NOT_UNDER_WAY', locale), outcome.status);
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => MoveGrantResult, {
    description: 'Grants or rejects what is asked for; accepts a report on a grant, or returns it to be put right.',
  })
  decideGrant(
    @Arg('input', () => DecideGrantInput) input: DecideGrantInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveGrantResult> {
    const { grantId, decision: to, grantedMinorUnits: granted = null, reason = null, expectedVersion = null } = input;
    return move({ command: 'decideGrant', grantId, to, granted, reason, expectedVersion }, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveGrantResult, {
    description: "Reports what became of a grant, by one who represents the project's organisation.",
  })
  async reportGrant(
    @Arg('input', () => ReportGrantInput) { grantId, report, result, expectedVersion = null }: ReportGrantInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveGrantResult> {
    const given = result.map(({ locale, text }) => ({ locale, text }));
    const violations = checkReport(report, given);
    if (violations.length > 0) return invalidForm(violations, context.locale);
    const reported = { report: report.trim(), result: textsOf(given) };
    const step = { command: 'reportGrant', grantId, to: GrantStatus.REPORTED, report: reported };
    return move({ ...step, reason: null, expectedVersion }, context);
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: 'Null where it is not public any more.' })
  async project(
    @Root() { row }: SmallGrantType,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<ProjectType | null> {
    const project = await loaders.projectById.load(row.project_id);
    return project && projectSeen(project, viewer);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'What it is for.' })
  purpose(
    @Root() { row }: SmallGrantType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(row.purpose, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'What came of it, as the organisation reports. Null before it does.',
  })
  result(
    @Root() { row }: SmallGrantType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return row.result && LocalizedText.of(row.result, locale ?? context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'For the organisation and administrators; null for others, and before it reports.',
  })
  report(@Root() { row }: SmallGrantType, @Ctx() { viewer }: NetworkContext): string | null {
    return actorsOf(viewer, row.representative_ids).length > 0 ? row.report : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was last moved. For the organisation and administrators; null for others.',
  })
  decisionReason(@Root() { row }: SmallGrantType, @Ctx() { viewer }: NetworkContext): string | null {
    return actorsOf(viewer, row.representative_ids).length > 0 ? row.decision_reason : null;
  }

  @FieldResolver(() => [GrantStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(@Root() { row }: SmallGrantType, @Ctx() { viewer }: NetworkContext): GrantStatus[] {
    return stepsFrom(grantTransitions, row.status, actorsOf(viewer, row.representative_ids));
  }
}

@Resolver(() => ProjectType)
export class ProjectGrantsResolver {
  @FieldResolver(() => [SmallGrantType], {
    description: 'Its grants in the order they were asked for, as far as the viewer may see them.',
  })
  async grants(@Root() { id }: ProjectType, @Ctx() { loaders, viewer }: NetworkContext): Promise<SmallGrantType[]> {
    const rows = await loaders.grantsByProject.load(id);
    return rows.flatMap((row) => grantSeen(row, viewer) ?? []);
  }
}

async function move(step: Omit<MoveGrant, 'viewer'>, context: NetworkContext): Promise<typeof MoveGrantResult> {
  const { em, locale, viewer, now } = context;
  const violations = aboutReason(step.reason, REASONED.includes(step.to), locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await moveGrant(em, { ...step, viewer }, now());
  if (!('refusal' in outcome)) return grantNow(outcome.grantId, context);
  switch (outcome.refusal) {
    case 'grant-not-found':
      return new SmallGrantNotFound(say('GRANT_NOT_FOUND', locale));
    case 'invalid':
      return invalidForm(outcome.violations, locale);
    default:
      return stepRefused(outcome, locale);
  }
}

async function grantNow(id: string, { loaders }: NetworkContext): Promise<SmallGrantSuccess> {
  const row = await loaders.grantById.clear(id).load(id);
  if (!row) throw new Error(`grant ${id} is gone`);
  return new SmallGrantSuccess(new SmallGrantType(row));
}
