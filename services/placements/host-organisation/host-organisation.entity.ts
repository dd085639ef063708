import { defineEntity, p } from '@mikro-orm/core';
import { HostAccreditationStatus } from './host-organisation.rules.ts';

export const HostOrganisationSchema = defineEntity({
  name: 'HostOrganisation',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    /** ISO 3166-1 alpha-2; the country is another service's. */
    countryCode: p.text(),
    /** IANA; days and deadlines of its openings are days there. */
    timeZone: p.text(),
    accreditationStatus: p.enum(() => HostAccreditationStatus),
    /** First day; null until accredited for the first time. */
    accreditedFrom: p.date().nullable(),
    /** Last day; null until accredited for the first time. */
    accreditationValidUntil: p.date().nullable(),
    /** True where the organisation is invented for a demonstration. */
    isDemo: p.boolean(),
    version: p.integer().version(),
  },
});

/** An organisation abroad that volunteers serve with. */
export class HostOrganisation extends HostOrganisationSchema.class {}
HostOrganisationSchema.setClass(HostOrganisation);
