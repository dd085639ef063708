import { defineEntity, p } from '@mikro-orm/core';
import { Application } from '../application/application.entity.ts';
import { Opening } from '../opening/opening.entity.ts';
import { OfferStatus } from './offer.rules.ts';

export const OfferSchema = defineEntity({
  name: 'Offer',
  properties: {
    id: p.text().primary(),
    application: () => p.manyToOne(Application).ref(),
    opening: () => p.manyToOne(Opening).ref(),
    status: p.enum(() => OfferStatus),
    /** What it binds of the programme's budget, in the smallest unit of its currency. */
    committedMinor: p.bigint('number'),
    offeredAt: p.datetime(),
    offeredById: p.text().nullable(),
    /** The instant from which it cannot be accepted any more. */
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** A placement that is offered to somebody. The database counts it against the opening's positions while it is open. */
export class Offer extends OfferSchema.class {}
OfferSchema.setClass(Offer);
