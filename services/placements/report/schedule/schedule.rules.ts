import { type ClosingReportKind, DutyReportKind, DutyReportState, isClosing, OPEN } from '../report.rules.ts';

/** What a report tells of, the day from which it is taken and the day it is due: days at the place, `2026-10-01`. */
export interface ReportDays {
  /** First and last day that it tells of. */
  readonly coversFrom: string;
  readonly coversUntil: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

/** One report that a deployment asks for. */
export interface ScheduledReport extends ReportDays {
  readonly kind: DutyReportKind;
  /** 1 for the first of its kind. */
  readonly period: number;
}

const { ARRIVAL, PERIODIC, FINAL, HOST_EVALUATION } = DutyReportKind;

const ARRIVAL_DAYS = 14;
const PERIOD_MONTHS = 3;
/** Days after what it tells of has ended. */
const GRACE_DAYS = 14;
/** Days before the end of a period from which it can be told of. */
const AHEAD_DAYS = 14;
/** Days before the end from which service as a whole can be told of. */
const CLOSING_DAYS = 30;

/**
 * The reports of a service from its first day to its last: one on arrival, one for each three months but the last, one by
 * the volunteer and one by the host on the whole.
 */
export function scheduleOf(service: { readonly enteredOn: string; readonly endsOn: string }): ScheduledReport[] {
  const first = Temporal.PlainDate.from(service.enteredOn);
  const last = later(first, Temporal.PlainDate.from(service.endsOn));
  const settled = earlier(last, first.add({ days: ARRIVAL_DAYS - 1 }));
  const reports = [scheduled(ARRIVAL, 1, [first, settled], { opensOn: first, graceDays: 1 })];
  for (let period = 1; ; period += 1) {
    const from = first.add({ months: PERIOD_MONTHS * (period - 1) });
    const next = first.add({ months: PERIOD_MONTHS * period });
    // The last months are told of by the final report.
    if (Temporal.PlainDate.compare(next, last) > 0) break;
    const until = next.subtract({ days: 1 });
    const opensOn = until.subtract({ days: AHEAD_DAYS });
    reports.push(scheduled(PERIODIC, period, [from, until], { opensOn, graceDays: GRACE_DAYS }));
  }
  const opensOn = later(first, last.subtract({ days: CLOSING_DAYS }));
  for (const kind of [FINAL, HOST_EVALUATION]) {
    reports.push(scheduled(kind, 1, [first, last], { opensOn, graceDays: GRACE_DAYS }));
  }
  return reports;
}

/**
 * The reports of a service that has ended on a day, possibly before its time: those whose period was over by then, and of
 * the closing ones those that its ending asks for.
 */
export function scheduleAtEnding(
  service: { readonly enteredOn: string; readonly endedOn: string },
  closing: readonly ClosingReportKind[],
): ScheduledReport[] {
  return scheduleOf({ enteredOn: service.enteredOn, endsOn: service.endedOn }).filter(
    ({ kind }) => !isClosing(kind) || closing.includes(kind),
  );
}

/** A report that is there already. */
export interface KeptReport {
  readonly kind: DutyReportKind;
  readonly period: number;
  readonly coversUntil: string;
  readonly state: DutyReportState;
}

/** What becomes of the reports that are there when the schedule is another. */
export interface Rescheduling<Kept> {
  readonly made: readonly ScheduledReport[];
  readonly moved: readonly { readonly report: Kept; readonly days: ReportDays }[];
  /** Nobody has begun to write them, and nobody asks for them any more. */
  readonly dropped: readonly Kept[];
}

/**
 * Fits the reports that are there to a schedule.
 *
 * What was handed in stays as it is, and what was begun is not thrown away. Where service goes on after the whole was
 * told of, the days since are told of by one more report of that kind.
 */
export function reschedule<Kept extends KeptReport>(
  kept: readonly Kept[],
  schedule: readonly ScheduledReport[],
): Rescheduling<Kept> {
  const made: ScheduledReport[] = [];
  const moved: { report: Kept; days: ReportDays }[] = [];
  const fitting = new Set<Kept>();
  for (const one of schedule) {
    const { kind, period, ...days } = one;
    const ofKind = kept.filter((report) => report.kind === kind);
    const known = isClosing(kind) ? latestOf(ofKind) : ofKind.find((report) => report.period === period);
    const before = known && isClosing(kind) ? ofKind.find((report) => report.period === known.period - 1) : undefined;
    if (known) fitting.add(known);
    if (!known) made.push(one);
    else if (OPEN.includes(known.state)) moved.push({ report: known, days: since(before, days) });
    else if (isClosing(kind) && known.coversUntil < days.coversUntil) {
      made.push({ kind, period: known.period + 1, ...since(known, days) });
    }
  }
  const dropped = kept.filter((report) => !fitting.has(report) && report.state === DutyReportState.DUE);
  return { made, moved, dropped };
}

/** A report that somebody still has to hand in. */
export interface OwedReport {
  readonly kind: DutyReportKind;
  readonly dueOn: string;
}

/** What somebody still has to hand in of the reports of a service that ends so, by the day it is due. */
export function owedAtEnding(
  kept: readonly (KeptReport & OwedReport)[],
  service: { readonly enteredOn: string; readonly endedOn: string },
  closing: readonly ClosingReportKind[],
): OwedReport[] {
  const { made, moved, dropped } = reschedule(kept, scheduleAtEnding(service, closing));
  const gone = new Set([...dropped, ...moved.map(({ report }) => report)]);
  const left = kept.filter((report) => OPEN.includes(report.state) && !gone.has(report));
  const dated = moved.map(({ report: { kind }, days: { dueOn } }) => ({ kind, dueOn }));
  return [...left, ...dated, ...made]
    .map(({ kind, dueOn }) => ({ kind, dueOn }))
    .toSorted((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1));
}

/** Days of a report that follows one which was handed in. */
function since(before: KeptReport | undefined, days: ReportDays): ReportDays {
  if (!before || before.coversUntil >= days.coversUntil) return days;
  const coversFrom = Temporal.PlainDate.from(before.coversUntil).add({ days: 1 }).toString();
  return { ...days, coversFrom, opensOn: coversFrom > days.opensOn ? coversFrom : days.opensOn };
}

function latestOf<Kept extends KeptReport>(reports: readonly Kept[]): Kept | undefined {
  return reports.toSorted((one, other) => other.period - one.period)[0];
}

function scheduled(
  kind: DutyReportKind,
  period: number,
  [from, until]: readonly [Temporal.PlainDate, Temporal.PlainDate],
  { opensOn, graceDays }: { readonly opensOn: Temporal.PlainDate; readonly graceDays: number },
): ScheduledReport {
  return {
    kind,
    period,
    coversFrom: from.toString(),
    coversUntil: until.toString(),
    opensOn: opensOn.toString(),
    dueOn: until.add({ days: graceDays }).toString(),
  };
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}
