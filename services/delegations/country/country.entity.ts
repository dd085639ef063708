import { defineEntity, p } from '@mikro-orm/core';
import { CisMembershipStatus } from './country.rules.ts';

export const CountrySchema = defineEntity({
  name: 'Country',
  properties: {
    /** ISO 3166-1 alpha-2. */
    code: p.text().primary(),
  },
});

/** A country of ISO 3166-1. Its names come from CLDR. */
export class Country extends CountrySchema.class {}
CountrySchema.setClass(Country);

export const CisMembershipSchema = defineEntity({
  name: 'CisMembership',
  properties: {
    id: p.text().primary(),
    country: () => p.manyToOne(Country).ref(),
    status: p.enum(() => CisMembershipStatus),
    /** First and last day; null where open or not known to us. */
    since: p.date().nullable(),
    until: p.date().nullable(),
    /** What is announced and has no date yet. */
    note: p.text().nullable(),
  },
});

/** A time during which a country was a member or an associate of the Commonwealth of Independent States. */
export class CisMembership extends CisMembershipSchema.class {}
CisMembershipSchema.setClass(CisMembership);
