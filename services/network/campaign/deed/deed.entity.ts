import { defineEntity, p } from '@mikro-orm/core';
import { NetworkSector } from '../../sector/sector.rules.ts';
import { DeedStatus } from './deed.rules.ts';

export const DeedSchema = defineEntity({
  name: 'Deed',
  properties: {
    id: p.text().primary(),
    campaignId: p.text(),
    /** Key of a `Person` of another service. */
    filedById: p.text(),
    /** In whose name it is filed; null for the person's own. */
    organisationId: p.text().nullable(),
    doneOn: p.date(),
    regionCode: p.text(),
    sector: p.enum(() => NetworkSector),
    participants: p.integer(),
    /** Null once whoever filed it is erased. */
    place: p.text().nullable(),
    description: p.text().nullable(),
    status: p.enum(() => DeedStatus),
    filedAt: p.datetime(),
    /** Why it was rejected; whoever filed it reads it. */
    decisionReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** A good deed that somebody filed for a campaign. */
export class Deed extends DeedSchema.class {}
DeedSchema.setClass(Deed);
