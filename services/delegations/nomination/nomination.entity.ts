import { defineEntity, p } from '@mikro-orm/core';
import { Delegation } from '../delegation/delegation.entity.ts';
import { DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

export const NominationSchema = defineEntity({
  name: 'Nomination',
  properties: {
    id: p.text().primary(),
    delegation: () => p.manyToOne(Delegation).ref(),
    /** Key of a person owned by another service. */
    personId: p.text(),
    category: p.enum(() => QuotaCategory),
    role: p.enum(() => DelegationRole),
    status: p.enum(() => NominationStatus),
    version: p.integer().version(),
  },
});

/** A person whom a delegation names. The database holds at most one active head for each delegation. */
export class Nomination extends NominationSchema.class {}
NominationSchema.setClass(Nomination);
