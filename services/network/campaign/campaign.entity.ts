import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';

export const CampaignSchema = defineEntity({
  name: 'Campaign',
  properties: {
    id: p.text().primary(),
    year: p.integer(),
    name: p.json<Texts>(),
    sectors: p.array<NetworkSector>(),
    /** First and last day; null where they are not known. */
    startsOn: p.date().nullable(),
    endsOn: p.date().nullable(),
    /** Keys of the figures that sources report of it. */
    deedsFigureKey: p.text().nullable(),
    participantsFigureKey: p.text().nullable(),
    createdAt: p.datetime(),
  },
});

/** A campaign of good deeds in a year. */
export class Campaign extends CampaignSchema.class {}
CampaignSchema.setClass(Campaign);
