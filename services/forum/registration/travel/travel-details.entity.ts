import { defineEntity, p } from '@mikro-orm/core';
import { Registration } from '../registration.entity.ts';

export const TravelDetailsSchema = defineEntity({
  name: 'TravelDetails',
  properties: {
    registration: () => p.oneToOne(Registration).ref().primary(),
    arrivesAt: p.datetime().nullable(),
    arrivalTransport: p.text().nullable(),
    departsAt: p.datetime().nullable(),
    departureTransport: p.text().nullable(),
    hotel: p.text().nullable(),
    needsVisa: p.boolean().nullable(),
    visaOffice: p.text().nullable(),
    emergencyContact: p.text().nullable(),
    toldAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** What a confirmed participant tells of their journey. Goes when the registration ends. */
export class TravelDetails extends TravelDetailsSchema.class {}
TravelDetailsSchema.setClass(TravelDetails);
