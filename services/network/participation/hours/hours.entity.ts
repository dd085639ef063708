import { defineEntity, p } from '@mikro-orm/core';
import { HoursStatus } from './hours.rules.ts';

export const VolunteerHoursSchema = defineEntity({
  name: 'VolunteerHours',
  properties: {
    id: p.text().primary(),
    projectId: p.text(),
    /** Key of a `Person` of another service. */
    personId: p.text(),
    doneOn: p.date(),
    minutes: p.integer(),
    status: p.enum(() => HoursStatus),
    recordedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    /** Who verified or rejected them; never the person themself. */
    decidedById: p.text().nullable(),
    decisionReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** What a person gave to a project on a day. */
export class VolunteerHours extends VolunteerHoursSchema.class {}
VolunteerHoursSchema.setClass(VolunteerHours);
