import { defineEntity, p } from '@mikro-orm/core';

export const ErasureSchema = defineEntity({
  name: 'Erasure',
  properties: {
    id: p.text().primary(),
    /** Leads to nobody once it is done. */
    personId: p.text().unique(),
    requestedAt: p.datetime(),
    requestedById: p.text(),
    /** Null until every service has answered. */
    completedAt: p.datetime().nullable(),
  },
});

/** The erasure of a person from the whole portal; one for each, and for good. */
export class Erasure extends ErasureSchema.class {}
ErasureSchema.setClass(Erasure);
