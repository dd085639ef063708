import { defineEntity, p } from '@mikro-orm/core';

export const EditionCalendarSchema = defineEntity({
  name: 'EditionCalendar',
  properties: {
    editionId: p.text().primary(),
    year: p.integer(),
    /** IANA; deadlines are days and hours there. */
    timeZone: p.text(),
    nominationClosesAt: p.datetime().nullable(),
    confirmationClosesAt: p.datetime().nullable(),
    substitutionClosesAt: p.datetime().nullable(),
    credentialsCloseAt: p.datetime().nullable(),
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    /** Null while the edition is not archived. */
    archivedAt: p.datetime().nullable(),
    /** Seats, counted in people; null while none are set. */
    capacity: p.integer().nullable(),
    /** As the service that owns editions words it. */
    status: p.text(),
    /** Version of the edition that this was told of. */
    version: p.integer(),
  },
});

/** What delegations need to know of an edition, as the service that owns editions last told it. */
export class EditionCalendar extends EditionCalendarSchema.class {}
EditionCalendarSchema.setClass(EditionCalendar);
