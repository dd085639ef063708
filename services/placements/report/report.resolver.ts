import { Arg, Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import { holders } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import type { Cut, SortKey } from '../../shared/graph/connection.rules.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { PLACERS } from '../application/application.rules.ts';
import type { PlacementsContext } from '../context.ts';
import { whoseDeployment } from '../deployment/deployment.loaders.ts';
import { actorsOnDeployment } from '../deployment/deployment.rules.ts';
import { DeploymentType } from '../deployment/deployment.types.ts';
import type { DutyReportRow } from './report.loaders.ts';
import { DutyReportState } from './report.rules.ts';
import { DutyReportAmendment, DutyReportConnection, DutyReportType } from './report.types.ts';

@InputType({ description: 'Which reports are meant: those that pass everything that is given.' })
export class DutyReportFilter {
  @Field(() => DutyReportState, { nullable: true })
  readonly state?: DutyReportState | null;
  @Field(() => Boolean, { nullable: true, description: 'Overdue today where the host is, or not.' })
  readonly isOverdue?: boolean | null;
}

@Resolver()
export class DutyReportsResolver {
  @Allow(holders(...PLACERS))
  @Query(() => DutyReportConnection, {
    description: 'Reports of all service abroad but incidents, the first due first; those that are overdue lead.',
  })
  async dutyReports(
    @Arg('filter', () => DutyReportFilter, { nullable: true }) filter: DutyReportFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlacementsContext,
  ) {
    const now = context.now();
    const { state = null, isOverdue = null } = filter ?? {};
    const asked = {
      state,
      overdueAt: isOverdue === true ? now.toISOString() : null,
      notOverdueAt: isOverdue === false ? now.toISOString() : null,
    };
    const cut = await context.loaders.reportsAtDesk.load({ owner: '', page: pageOf(page, 2), filter: asked });
    return pageSeen(cut, ({ due_on, id }) => [due_on ?? '', id], context);
  }

  @Allow(holders(...PLACERS))
  @Query(() => DutyReportConnection, { description: 'What happened in service abroad, the latest first.' })
  async incidents(@Args(() => PageArgs) page: PageArgs, @Ctx() context: PlacementsContext) {
    const cut = await context.loaders.incidents.load({
      owner: '',
      page: pageOf(page, 2),
      filter: { knownTo: context.viewer.personId },
    });
    return pageSeen(cut, ({ submitted_at, id }) => [submitted_at?.toISOString() ?? '', id], context);
  }
}

/** A page as the viewer sees it, who knows of each report in it. */
function pageSeen(
  cut: Cut<DutyReportRow>,
  keyOf: (row: DutyReportRow) => SortKey,
  { viewer, now }: PlacementsContext,
): DutyReportConnection {
  const seen = cut.rows.flatMap((row) => DutyReportType.seenBy(viewer, row, now()) ?? []);
  return DutyReportConnection.of(
    { ...cut, rows: seen },
    ({ row }) => keyOf(row),
    (report) => report,
  );
}

@Resolver(() => DutyReportType)
export class DutyReportResolver {
  @FieldResolver(() => DeploymentType, { nullable: true, description: 'The service it tells of.' })
  async deployment(
    @Root() { row }: DutyReportType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<DeploymentType | null> {
    const deployment = await loaders.deploymentById.load(row.deployment_id);
    return deployment && new DeploymentType(deployment);
  }

  @FieldResolver(() => [DutyReportAmendment], {
    description: 'Corrections since it was accepted, the first first. Empty where `text` is not for the viewer.',
  })
  async amendments(
    @Root() { id, view }: DutyReportType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<DutyReportAmendment[]> {
    if (view === 'outline') return [];
    const rows = await loaders.amendmentsByReport.load(id);
    return rows.map((row) => new DutyReportAmendment(row));
  }
}

@Resolver(() => DeploymentType)
export class DeploymentReportsResolver {
  @FieldResolver(() => [DutyReportType], {
    description:
      'What is reported of it, by the day it is due; incidents last, for their authors and those who run placements. Empty until service begins, and for whoever only speaks for the country.',
  })
  async reports(
    @Root() { id }: DeploymentType,
    @Ctx() { loaders, viewer, now }: PlacementsContext,
  ): Promise<DutyReportType[]> {
    const rows = await loaders.reportsByDeployment.load(id);
    return rows.flatMap((row) => DutyReportType.seenBy(viewer, row, now()) ?? []);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      'The first day, at the place, by which the volunteer has a report to hand in; past where it is overdue. Null where nothing is asked, and once service has ended for whoever only speaks for the country.',
  })
  async nextReportDueOn(
    @Root() { row }: DeploymentType,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<string | null> {
    // Which reports an ending leaves would tell a partner country how service ended.
    if (row.ended_on !== null && actorsOnDeployment(viewer, whoseDeployment(row)).length === 0) return null;
    const next = await loaders.nextReportByDeployment.load(row.id);
    return next?.due_on ?? null;
  }
}
