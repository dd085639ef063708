import { defineEntity, p } from '@mikro-orm/core';
import { Deployment } from '../deployment/deployment.entity.ts';
import { DutyReportKind, DutyReportState, IncidentSeverity } from './report.rules.ts';

export const DutyReportSchema = defineEntity({
  name: 'DutyReport',
  properties: {
    id: p.text().primary(),
    deployment: () => p.manyToOne(Deployment).ref(),
    /** Who serves: key of a person owned by another service. */
    personId: p.text(),
    kind: p.enum(() => DutyReportKind),
    /** 1 for the first of its kind. */
    period: p.integer(),
    /** First and last day that it tells of, the day from which it is taken and the one until which: days at the place. */
    coversFrom: p.date(),
    coversUntil: p.date(),
    opensOn: p.date(),
    /** Null for an incident. */
    dueOn: p.date().nullable(),
    /** IANA, of the host. */
    timeZone: p.text(),
    state: p.enum(() => DutyReportState),
    severity: p.enum(() => IncidentSeverity).nullable(),
    /** Null until somebody begins to write, and once the volunteer is erased. */
    text: p.text().nullable(),
    hoursServed: p.integer().nullable(),
    submittedAt: p.datetime().nullable(),
    submittedById: p.text().nullable(),
    /** What its author was told when it was returned. */
    note: p.text().nullable(),
    acceptedAt: p.datetime().nullable(),
    acceptedById: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** What a volunteer or a host tells of service abroad. The database holds one for each deployment, kind and period. */
export class DutyReport extends DutyReportSchema.class {}
DutyReportSchema.setClass(DutyReport);

export const DutyReportAmendmentSchema = defineEntity({
  name: 'DutyReportAmendment',
  properties: {
    id: p.text().primary(),
    dutyReport: () => p.manyToOne(DutyReport).ref(),
    /** Who serves: key of a person owned by another service. */
    personId: p.text(),
    /** Null once somebody it is by or about is erased. */
    text: p.text().nullable(),
    madeAt: p.datetime(),
    madeById: p.text(),
  },
});

/** A correction of a report that was accepted, beside it. */
export class DutyReportAmendment extends DutyReportAmendmentSchema.class {}
DutyReportAmendmentSchema.setClass(DutyReportAmendment);
