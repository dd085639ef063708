import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { EditionStatus } from './edition.rules.ts';

export const EditionSchema = defineEntity({
  name: 'Edition',
  properties: {
    id: p.text().primary(),
    year: p.integer().unique(),
    title: p.json<Texts>(),
    /** ISO 3166-1 alpha-2; the country is another service's. */
    hostCountry: p.text(),
    city: p.json<Texts>(),
    /** IANA; the edition's deadlines are days and hours there. */
    timeZone: p.text(),
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    registrationOpensAt: p.datetime().nullable(),
    registrationClosesAt: p.datetime().nullable(),
    modificationClosesAt: p.datetime().nullable(),
    nominationClosesAt: p.datetime().nullable(),
    confirmationClosesAt: p.datetime().nullable(),
    substitutionClosesAt: p.datetime().nullable(),
    credentialsCloseAt: p.datetime().nullable(),
    /** Hours for which a seat is held for somebody from the waiting list. */
    seatOfferHours: p.integer().default(48),
    /** Whether seats are kept for what quotas promise to delegations. */
    setsQuotasAside: p.boolean().default(true),
    status: p.enum(() => EditionStatus),
    /** False for a draft that the public has never seen, also once it is cancelled. */
    wasAnnounced: p.boolean().default(true),
    /** When it was finished or cancelled. */
    endedAt: p.datetime().nullable(),
    archivedAt: p.datetime().nullable(),
    /** True where dates, capacity and programme are a demonstration and no announcement. */
    isDemo: p.boolean(),
    version: p.integer().version(),
  },
});

/** One yearly edition of the forum. Dates are null until they are announced. */
export class Edition extends EditionSchema.class {}
EditionSchema.setClass(Edition);
