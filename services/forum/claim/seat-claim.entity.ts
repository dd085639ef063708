import { defineEntity, p } from '@mikro-orm/core';
import { SeatClaimStatus } from './claim.rules.ts';

export const SeatClaimSchema = defineEntity({
  name: 'SeatClaim',
  properties: {
    /** Key of a nomination owned by another service. */
    nominationId: p.text().primary(),
    /** Which of the nominee's confirmations it answers, 1 first. */
    claim: p.integer(),
    editionId: p.text(),
    /** Null for one that was given up before it came. */
    personId: p.text().nullable(),
    status: p.enum(() => SeatClaimStatus),
    /** The registration it has led to, or that stands in its way. */
    registrationId: p.text().nullable(),
    /** Where the registration was at first. */
    registrationStatus: p.text().nullable(),
    reason: p.text().nullable(),
    decidedAt: p.datetime(),
  },
});

/** What has become of a nominee's claim of a seat, so that the same claim is decided once. */
export class SeatClaim extends SeatClaimSchema.class {}
SeatClaimSchema.setClass(SeatClaim);
