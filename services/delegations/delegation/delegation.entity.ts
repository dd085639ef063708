import { defineEntity, p } from '@mikro-orm/core';
import { Country } from '../country/country.entity.ts';
import { QuotaCategory } from '../nomination/nomination.rules.ts';
import { DelegationStatus, PartyType } from './delegation.rules.ts';

export const DelegationSchema = defineEntity({
  name: 'Delegation',
  properties: {
    id: p.text().primary(),
    /** Key of an edition owned by another service. */
    editionId: p.text(),
    country: () => p.manyToOne(Country).ref(),
    partyType: p.enum(() => PartyType),
    status: p.enum(() => DelegationStatus),
    version: p.integer().version(),
  },
});

/** A state's or organisation's party at one edition. The database holds one for each edition and party. */
export class Delegation extends DelegationSchema.class {}
DelegationSchema.setClass(Delegation);

export const QuotaSchema = defineEntity({
  name: 'Quota',
  properties: {
    delegation: () => p.manyToOne(Delegation).ref().primary(),
    category: p.enum(() => QuotaCategory).primary(),
    allocated: p.integer(),
    used: p.integer().default(0),
  },
});

/**
 * Places a delegation has in a category, counted in people.
 *
 * The database counts `used` in the transaction that nominates or releases someone, and refuses to go beyond `allocated`.
 */
export class Quota extends QuotaSchema.class {}
QuotaSchema.setClass(Quota);
