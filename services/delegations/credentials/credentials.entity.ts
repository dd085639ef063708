import { defineEntity, p } from '@mikro-orm/core';
import { CredentialsDecision, type CredentialsItem } from './credentials.rules.ts';

export const CredentialsSchema = defineEntity({
  name: 'Credentials',
  properties: {
    nominationId: p.text().primary(),
    editionId: p.text(),
    delegationId: p.text(),
    /** The nominee. */
    personId: p.text().nullable(),
    nominatedById: p.text().nullable(),
    /** Who last put them forward again. */
    correctedById: p.text().nullable(),
    met: p.array<CredentialsItem>().default([]),
    /** What the officer says of the last decision to those whom it concerns. */
    note: p.text().nullable(),
    /** Since when they wait for a last word; the database empties it once there is none to wait for. */
    waitingSince: p.datetime().nullable(),
    /** The officer who works on them; likewise. */
    ownerId: p.text().nullable(),
    takenAt: p.datetime().nullable(),
    decision: p.enum(() => CredentialsDecision).nullable(),
    decidedAt: p.datetime().nullable(),
    decidedById: p.text().nullable(),
  },
});

/**
 * Credentials of somebody whom a delegation names and who has confirmed. The database holds that nobody decides about
 * what they brought in themself, and that nothing is approved with an item missing.
 */
export class Credentials extends CredentialsSchema.class {}
CredentialsSchema.setClass(Credentials);
