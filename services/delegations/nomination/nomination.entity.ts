import { defineEntity, p } from '@mikro-orm/core';
import type { PersonName } from '../../shared/names/name.rules.ts';
import { Delegation } from '../delegation/delegation.entity.ts';
import { ClaimRefusalReason, DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

export const NominationSchema = defineEntity({
  name: 'Nomination',
  properties: {
    id: p.text().primary(),
    delegation: () => p.manyToOne(Delegation).ref(),
    /** The delegation's edition once more, for what is unique in an edition. */
    editionId: p.text(),
    /** Key of a person owned by another service; null for somebody who has no account yet. */
    personId: p.text().nullable(),
    /** What stands for the mail address they were nominated with. */
    addressKey: p.text().nullable(),
    nativeName: p.json<PersonName>().nullable(),
    /** As the passport prints it. */
    latinName: p.json<PersonName>().nullable(),
    category: p.enum(() => QuotaCategory),
    role: p.enum(() => DelegationRole),
    isAlternate: p.boolean().default(false),
    status: p.enum(() => NominationStatus),
    nominatedById: p.text().nullable(),
    nominatedAt: p.datetime().nullable(),
    /** ID of the nomination whose place it took over. */
    replacesId: p.text().nullable(),
    /** How often the nominee has asked the forum for a seat: which of its answers is the last. */
    claims: p.integer().default(0),
    /** Key of the registration that the claim has led to; another service's. */
    registrationId: p.text().nullable(),
    claimRefusal: p.enum(() => ClaimRefusalReason).nullable(),
    /** Key of the registration that stands in the way of the claim. */
    refusedForId: p.text().nullable(),
    version: p.integer().version(),
  },
});

/**
 * Somebody whom a delegation names. The database holds at most one active head for each delegation, and one active
 * nomination for each person and address in an edition.
 */
export class Nomination extends NominationSchema.class {}
NominationSchema.setClass(Nomination);
