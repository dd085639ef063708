import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../edition/edition.entity.ts';
import { SeatOfferStatus } from './waiting-list.rules.ts';

export const RegistrationGroupSchema = defineEntity({
  name: 'RegistrationGroup',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    organisation: p.text(),
    /** The person who registered the group and answers for it. */
    contactPersonId: p.text(),
    /** How many times somebody behind it was offered a seat because it did not fit. */
    passedOver: p.integer().default(0),
    madeAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** People whom an organisation registered together, and who wait together. */
export class RegistrationGroup extends RegistrationGroupSchema.class {}
RegistrationGroupSchema.setClass(RegistrationGroup);

export const SeatOfferSchema = defineEntity({
  name: 'SeatOffer',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    /** The group it is for as a whole; null for one person's. */
    group: () => p.manyToOne(RegistrationGroup).ref().nullable(),
    status: p.enum(() => SeatOfferStatus),
    madeAt: p.datetime(),
    expiresAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** A seat held for somebody from the waiting list, or seats for a group, until it expires. */
export class SeatOffer extends SeatOfferSchema.class {}
SeatOfferSchema.setClass(SeatOffer);
