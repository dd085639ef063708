import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import type { Clock } from '../../shared/clock.ts';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate } from '../../shared/graph/scalars.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import type { AmendmentRow, DutyReportRow, ReportLoaders } from './report.loaders.ts';
import {
  DutyReportKind,
  DutyReportState,
  DutyReportStatus,
  IncidentSeverity,
  statusOn,
  stepsOn,
} from './report.rules.ts';
import { actorOnReport, type ReportView, viewOfReport, type WhoseReport } from './report-reader.rules.ts';

registerEnumType(DutyReportKind, {
  name: 'DutyReportKind',
  description: 'What a report of service abroad is about.',
  valuesConfig: {
    ARRIVAL: { description: 'The first days, by the volunteer.' },
    PERIODIC: { description: 'Three months, by the volunteer. The last months are told of by the final report.' },
    FINAL: { description: 'Service as a whole, by the volunteer.' },
    HOST_EVALUATION: { description: 'Service as a whole, by the host.' },
    INCIDENT: { description: 'Something that happened, by whoever reports it. It is due on no day.' },
  },
});
registerEnumType(DutyReportState, {
  name: 'DutyReportState',
  description: 'Where a report of service abroad is, whatever day it is.',
  valuesConfig: {
    RETURNED: { description: 'Given back to its author, who is told by `note` what is missing.' },
    ACCEPTED: { description: 'It does not change any more; corrections are `amendments`.' },
  },
});
registerEnumType(DutyReportStatus, {
  name: 'DutyReportStatus',
  description: 'Where a report of service abroad is today.',
  valuesConfig: {
    OVERDUE: {
      description: 'Not handed in, and the day it was due is over where the host is. It can still be handed in.',
    },
  },
});
registerEnumType(IncidentSeverity, {
  name: 'IncidentSeverity',
  description: 'How bad an incident is.',
  valuesConfig: {
    MINOR: { description: 'Service goes on as before.' },
    SERIOUS: { description: 'Somebody has to act.' },
    CRITICAL: { description: 'Somebody is in danger, or was.' },
  },
});

@ObjectType({ description: 'A correction of a report that was accepted, beside it.' })
export class DutyReportAmendment {
  @Field(() => ID)
  readonly id: string;
  @Field(() => String, { nullable: true, description: 'Null once the volunteer, or whoever wrote it, is erased.' })
  readonly text: string | null;
  @Field(() => DateTime)
  readonly madeAt: Date;

  constructor(row: AmendmentRow) {
    this.id = row.id;
    this.text = row.text;
    this.madeAt = row.made_at;
  }
}

@ObjectType('DutyReport', { implements: Node, description: 'What a volunteer or a host reports of service abroad.' })
@Directive('@key(fields: "id")')
export class DutyReportType extends Node {
  @Field(() => DutyReportKind)
  readonly kind: DutyReportKind;
  @Field(() => Int, { description: 'Which of its kind in the deployment it is, from 1.' })
  readonly period: number;
  @Field(() => LocalDate, { description: 'First day that it tells of, at the place.' })
  readonly coversFrom: string;
  @Field(() => LocalDate, { description: 'Last day that it tells of, at the place.' })
  readonly coversUntil: string;
  @Field(() => LocalDate, { description: 'The day from which it can be written, at the place.' })
  readonly opensOn: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it is in time, at the place. Null for incidents.',
  })
  readonly dueOn: string | null;
  @Field(() => DutyReportStatus, { description: '`state`, or OVERDUE by the clock of the place.' })
  readonly status: DutyReportStatus;
  @Field(() => DutyReportState, { description: 'As it is kept: what `allowedTransitions` start from.' })
  readonly state: DutyReportState;
  @Field(() => IncidentSeverity, { nullable: true, description: 'Null for all but incidents.' })
  readonly severity: IncidentSeverity | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was last handed in. Null until then.' })
  readonly submittedAt: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Hours served in these days, as reported. Null where nothing is said.',
  })
  readonly hoursServed: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Null until something is written, once the volunteer is erased, and where it is not for the viewer: a draft is for its author; what a volunteer reports for them and those who run placements; what the host says for the host, those who run placements and, once accepted, the volunteer.',
  })
  readonly text: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What its author was told when it was last returned; null for others than them and who runs placements.',
  })
  readonly note: string | null;
  @Field(() => [DutyReportState], {
    description: 'Where the viewer may take it today: its author, or those who run placements.',
  })
  readonly allowedTransitions: readonly DutyReportState[];
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: DutyReportRow;
  /** How much of it the viewer reads. */
  readonly view: ReportView;

  constructor(row: DutyReportRow, view: ReportView, allowed: readonly DutyReportState[], today: string) {
    super(row.id);
    this.kind = row.kind;
    this.period = row.period;
    this.coversFrom = row.covers_from;
    this.coversUntil = row.covers_until;
    this.opensOn = row.opens_on;
    this.dueOn = row.due_on;
    this.status = statusOn(row.state, row.due_on, today);
    this.state = row.state;
    this.severity = row.severity;
    this.submittedAt = row.submitted_at;
    this.hoursServed = view === 'outline' ? null : row.hours_served;
    this.text = view === 'outline' ? null : row.text;
    this.note = view === 'whole' ? row.note : null;
    this.allowedTransitions = allowed;
    this.version = row.version;
    this.row = row;
    this.view = view;
  }

  /** A report as a viewer reads it at a moment; null for whoever does not know of it. */
  static seenBy(viewer: Viewer, row: DutyReportRow, now: Date): DutyReportType | null {
    const whose = whoseReport(row);
    const view = viewOfReport(viewer, whose);
    if (view === null) return null;
    const today = dayIn(row.time_zone, now);
    const allowed = stepsOn({ state: row.state, opensOn: row.opens_on }, actorOnReport(viewer, whose), today);
    return new DutyReportType(row, view, allowed, today);
  }
}

/** Whom a report concerns, as the rules ask. */
function whoseReport(row: DutyReportRow): WhoseReport {
  return {
    personId: row.person_id,
    hostOrganisationId: row.host_organisation_id,
    kind: row.kind,
    state: row.state,
    submittedById: row.submitted_by_id,
  };
}

export const DutyReportConnection = connectionType('DutyReport', () => DutyReportType);
export type DutyReportConnection = InstanceType<typeof DutyReportConnection>;

/** A report that a use case has just answered by its ID. */
export async function reportOf(
  id: string,
  { loaders, viewer, now }: { readonly loaders: ReportLoaders; readonly viewer: Viewer; readonly now: Clock },
): Promise<DutyReportType> {
  const row = await loaders.reportById.load(id);
  const report = row && DutyReportType.seenBy(viewer, row, now());
  if (!report) throw new Error(`the report ${id} is gone`);
  return report;
}
