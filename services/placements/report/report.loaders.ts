import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PagedList, type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { DutyReportKind, DutyReportState, IncidentSeverity } from './report.rules.ts';

/** A report as the graph reads it. */
export interface DutyReportRow {
  readonly key: string;
  readonly id: string;
  readonly deployment_id: string;
  /** Who serves. */
  readonly person_id: string;
  readonly host_organisation_id: string;
  readonly kind: DutyReportKind;
  readonly period: number;
  readonly covers_from: string;
  readonly covers_until: string;
  readonly opens_on: string;
  readonly due_on: string | null;
  readonly time_zone: string;
  readonly state: DutyReportState;
  readonly severity: IncidentSeverity | null;
  readonly text: string | null;
  readonly hours_served: number | null;
  readonly submitted_at: Date | null;
  readonly submitted_by_id: string | null;
  readonly note: string | null;
  readonly version: number;
}

export interface AmendmentRow {
  readonly key: string;
  readonly id: string;
  readonly text: string | null;
  readonly made_at: Date;
}

const COLUMNS = `id, deployment_id, person_id, kind, period,
  (select host_organisation_id from deployment where deployment.id = deployment_id) as host_organisation_id,
  covers_from, covers_until, opens_on, due_on, time_zone, state, severity, text, hours_served, submitted_at,
  submitted_by_id, note, version`;

const REPORT_BY_ID = statement(
  'duty_report_by_id',
  `select id as key, ${COLUMNS} from duty_report where id = any($1::text[])`,
);
const REPORTS_BY_DEPLOYMENT = statement(
  'duty_reports_by_deployment',
  `select deployment_id as key, ${COLUMNS} from duty_report where deployment_id = any($1::text[])
   order by due_on nulls last, kind, period`,
);
const NEXT_DUE = statement(
  'next_duty_report_by_deployment',
  `select deployment_id as key, min(due_on) as due_on from duty_report
   where deployment_id = any($1::text[]) and state in ('DUE', 'DRAFT', 'RETURNED') and kind not in ('HOST_EVALUATION', 'INCIDENT')
   group by deployment_id`,
);
const AMENDMENTS = statement(
  'amendments_by_duty_report',
  `select duty_report_id as key, id, text, made_at from duty_report_amendment
   where duty_report_id = any($1::text[]) order by made_at, id`,
);

const OVERDUE = (instant: string) =>
  `state in ('DUE', 'DRAFT', 'RETURNED') and (${instant}::timestamptz at time zone time_zone)::date > due_on`;

/** What the reports at the desk may be narrowed by. */
export type DeskFilter = 'state' | 'overdueAt' | 'notOverdueAt';

const AT_DESK: PagedList<DeskFilter> = {
  name: 'duty_reports_at_desk',
  columns: COLUMNS,
  table: 'duty_report',
  owner: null,
  where: `kind <> 'INCIDENT'`,
  filters: {
    state: (state) => `state = ${state}::text`,
    overdueAt: OVERDUE,
    notOverdueAt: (instant) => `not (${OVERDUE(instant)})`,
  },
  order: [
    { column: 'due_on', type: 'date' },
    { column: 'id', type: 'text' },
  ],
};

const INCIDENTS: PagedList<'knownTo'> = {
  name: 'incidents',
  columns: COLUMNS,
  table: 'duty_report',
  owner: null,
  where: `kind = 'INCIDENT'`,
  filters: {
    // What others told about somebody is kept from them, whatever office they hold.
    knownTo: (person) => `(person_id <> ${person}::text or submitted_by_id = ${person}::text)`,
  },
  order: [
    { column: 'submitted_at', type: 'timestamptz' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
};

export interface ReportLoaders {
  readonly reportById: DataLoader<string, DutyReportRow | null>;
  /** All reports of a deployment, incidents among them, by the day they are due. */
  readonly reportsByDeployment: DataLoader<string, DutyReportRow[]>;
  /** The first day on which the volunteer has something to hand in; null where there is nothing. */
  readonly nextReportByDeployment: DataLoader<string, { readonly due_on: string } | null>;
  readonly amendmentsByReport: DataLoader<string, AmendmentRow[]>;
  /** Of all deployments, the first due first; the owner is the empty string. */
  readonly reportsAtDesk: DataLoader<PageOf<DeskFilter>, Cut<DutyReportRow>, string>;
  /** Of all deployments, the latest first; the owner is the empty string. */
  readonly incidents: DataLoader<PageOf<'knownTo'>, Cut<DutyReportRow>, string>;
}

export function reportLoaders(read: Reader): ReportLoaders {
  return {
    reportById: keyedLoader<DutyReportRow>(read, REPORT_BY_ID),
    reportsByDeployment: keyedListLoader<DutyReportRow>(read, REPORTS_BY_DEPLOYMENT),
    nextReportByDeployment: keyedLoader<{ key: string; due_on: string }>(read, NEXT_DUE),
    amendmentsByReport: keyedListLoader<AmendmentRow>(read, AMENDMENTS),
    reportsAtDesk: pagedLoader<DutyReportRow, DeskFilter>(read, AT_DESK),
    incidents: pagedLoader<DutyReportRow, 'knownTo'>(read, INCIDENTS),
  };
}
