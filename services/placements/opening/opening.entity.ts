import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { HostOrganisation } from '../host-organisation/host-organisation.entity.ts';
import { Programme } from '../programme/programme.entity.ts';
import { OpeningStatus, Sector } from './opening.rules.ts';

export const OpeningSchema = defineEntity({
  name: 'Opening',
  properties: {
    id: p.text().primary(),
    programme: () => p.manyToOne(Programme).ref(),
    hostOrganisation: () => p.manyToOne(HostOrganisation).ref(),
    title: p.json<Texts>(),
    sector: p.enum(() => Sector),
    /** ISO 3166-1 alpha-2; the country is another service's. */
    countryCode: p.text(),
    city: p.text(),
    /** First and last day of service, days at the place. */
    startsOn: p.date(),
    endsOn: p.date(),
    /** The last instant at which an application is taken. */
    applicationDeadline: p.datetime(),
    /** How many volunteers are sought. */
    positions: p.integer(),
    status: p.enum(() => OpeningStatus),
    /** True where the opening is a demonstration and nobody can serve in it. */
    isDemo: p.boolean(),
    version: p.integer().version(),
  },
});

/** A placement abroad that volunteers are sought for. */
export class Opening extends OpeningSchema.class {}
OpeningSchema.setClass(Opening);
