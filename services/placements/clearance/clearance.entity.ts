import { defineEntity, p } from '@mikro-orm/core';
import { ClearanceKind, ClearanceStatus } from './clearance.rules.ts';

export const ClearanceSchema = defineEntity({
  name: 'Clearance',
  properties: {
    applicationId: p.text().primary(),
    kind: p.enum(() => ClearanceKind).primary(),
    status: p.enum(() => ClearanceStatus),
    /** Last day; null where it does not run out, or has not passed. */
    validUntil: p.date().nullable(),
    /** The body that has checked. */
    issuer: p.text().nullable(),
    /** Why it was waived or has failed; never of a medical check. */
    reason: p.text().nullable(),
    requestedAt: p.datetime().nullable(),
    recordedAt: p.datetime().nullable(),
    recordedById: p.text().nullable(),
  },
});

/** What is known of one clearance of an applicant. */
export class Clearance extends ClearanceSchema.class {}
ClearanceSchema.setClass(Clearance);
