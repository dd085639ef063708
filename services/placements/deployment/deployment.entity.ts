import { defineEntity, p } from '@mikro-orm/core';
import { Application } from '../application/application.entity.ts';
import { HostOrganisation } from '../host-organisation/host-organisation.entity.ts';
import { Opening } from '../opening/opening.entity.ts';
import { Programme } from '../programme/programme.entity.ts';
import { DeploymentStatus, EndingEvidence } from './deployment.rules.ts';

export const DeploymentSchema = defineEntity({
  name: 'Deployment',
  properties: {
    id: p.text().primary(),
    /** Null for one that was there before applications were kept here. */
    application: () => p.manyToOne(Application).ref().nullable(),
    opening: () => p.manyToOne(Opening).ref(),
    programme: () => p.manyToOne(Programme).ref(),
    hostOrganisation: () => p.manyToOne(HostOrganisation).ref(),
    /** ISO 3166-1 alpha-2, of the opening. */
    countryCode: p.text(),
    /** Key of a person owned by another service. */
    personId: p.text(),
    status: p.enum(() => DeploymentStatus),
    /** First and last day of service as agreed, days at the place. */
    startsOn: p.date(),
    endsOn: p.date(),
    /** The day of departure; null until travel is ordered. */
    departsOn: p.date().nullable(),
    /** The day on which the host confirmed that service began; null until then. */
    enteredOn: p.date().nullable(),
    /** The day on which service ended; null until then. */
    endedOn: p.date().nullable(),
    /** Of which kind the paper is that shows why it ended; null where none was given. */
    endingEvidence: p.enum(() => EndingEvidence).nullable(),
    /** What it binds of the programme's budget, in the smallest unit of its currency. */
    committedMinor: p.bigint('number'),
    /** True where the deployment is a demonstration and nobody serves. */
    isDemo: p.boolean(),
    madeAt: p.datetime(),
    version: p.integer().version(),
  },
});

/**
 * Somebody's service abroad. The database holds no two of a person whose days overlap, and counts it against the opening's
 * positions until it ends early.
 */
export class Deployment extends DeploymentSchema.class {}
DeploymentSchema.setClass(Deployment);
