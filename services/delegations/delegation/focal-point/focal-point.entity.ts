import { defineEntity, p } from '@mikro-orm/core';
import { FocalPointStatus } from './focal-point.rules.ts';

export const FocalPointSchema = defineEntity({
  name: 'FocalPoint',
  properties: {
    id: p.text().primary(),
    delegationId: p.text(),
    /** Key of a person owned by another service; null until the address is known to be somebody's. */
    personId: p.text().nullable(),
    /** What stands for the address they were named by; null for who was named by ID. */
    addressKey: p.text().nullable(),
    status: p.enum(() => FocalPointStatus),
    /** Their place among the focal points, 1 or 2; null for who is only invited, and for who was one. */
    slot: p.smallint().nullable(),
    noteVerbaleId: p.text().nullable(),
    /** When they were first named, by the invitation or the note verbale. */
    since: p.datetime(),
    invitedById: p.text().nullable(),
    designatedAt: p.datetime().nullable(),
    designatedById: p.text().nullable(),
    confirmedAt: p.datetime().nullable(),
    confirmedById: p.text().nullable(),
    until: p.datetime().nullable(),
    /** Null where the portal ended it. */
    endedById: p.text().nullable(),
  },
});

/** Somebody who acts for a delegation, for a time. Kept when it has ended. The database holds at most two at a time. */
export class FocalPoint extends FocalPointSchema.class {}
FocalPointSchema.setClass(FocalPoint);
