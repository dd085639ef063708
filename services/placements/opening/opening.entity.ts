import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { RequiredClearance } from '../clearance/clearance.rules.ts';
import { HostOrganisation } from '../host-organisation/host-organisation.entity.ts';
import { Programme } from '../programme/programme.entity.ts';
import { OpeningStatus, Sector } from './opening.rules.ts';
import type { Entitlement, Requirements } from './terms.rules.ts';

export const OpeningSchema = defineEntity({
  name: 'Opening',
  properties: {
    id: p.text().primary(),
    programme: () => p.manyToOne(Programme).ref(),
    hostOrganisation: () => p.manyToOne(HostOrganisation).ref(),
    title: p.json<Texts>(),
    description: p.json<Texts>(),
    /** What volunteers do there, from day to day. */
    tasks: p.json<Texts>(),
    sector: p.enum(() => Sector),
    /** ISO 3166-1 alpha-2; the country is another service's. */
    countryCode: p.text(),
    city: p.text(),
    /** First and last day of service, days at the place. */
    startsOn: p.date(),
    endsOn: p.date(),
    /** IANA, of the host; the deadline was set there. */
    timeZone: p.text(),
    /** The last instant at which an application is taken. */
    applicationDeadline: p.datetime(),
    /** How many volunteers are sought. */
    positions: p.integer(),
    requirements: p.json<Requirements>(),
    entitlements: p.json<readonly Entitlement[]>(),
    /** What is checked about those who are chosen. */
    clearances: p.json<readonly RequiredClearance[]>(),
    /** Grows when what was published is changed after somebody applied. */
    termsVersion: p.integer(),
    /** When the present terms took the place of earlier ones; null for the first. The database keeps them all. */
    termsChangedAt: p.datetime().nullable(),
    /** Why it was given back to be worked over; null unless it was, and for all that is no draft. */
    returnReason: p.text().nullable(),
    publishedAt: p.datetime().nullable(),
    /** When it was closed for applications, decided or cancelled, whichever came last. */
    closedAt: p.datetime().nullable(),
    status: p.enum(() => OpeningStatus),
    /** True where the opening is a demonstration and nobody can serve in it. */
    isDemo: p.boolean(),
    version: p.integer().version(),
  },
});

/** A placement abroad that volunteers are sought for. */
export class Opening extends OpeningSchema.class {}
OpeningSchema.setClass(Opening);
