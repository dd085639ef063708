import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { GrantStatus } from './grant.rules.ts';

export const SmallGrantSchema = defineEntity({
  name: 'SmallGrant',
  properties: {
    id: p.text().primary(),
    projectId: p.text(),
    /** ISO 4217; amounts are in its minor unit. */
    currency: p.text(),
    askedAmount: p.bigint('number'),
    /** Null unless it is granted. */
    grantedAmount: p.bigint('number').nullable(),
    purpose: p.json<Texts>(),
    status: p.enum(() => GrantStatus),
    /** For administrators, as the organisation last reported. */
    report: p.text().nullable(),
    /** For anyone. */
    result: p.json<Texts>().nullable(),
    submittedAt: p.datetime(),
    /** Why it was last moved; the organisation reads it. */
    decisionReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** A small grant for a project. */
export class SmallGrant extends SmallGrantSchema.class {}
SmallGrantSchema.setClass(SmallGrant);
