import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { NetworkSector } from '../sector/sector.rules.ts';
import { OrganisationStatus } from './organisation.rules.ts';

export const OrganisationSchema = defineEntity({
  name: 'Organisation',
  properties: {
    id: p.text().primary(),
    name: p.json<Texts>(),
    /** What it is searched and sorted by. */
    foldedName: p.text(),
    regionCode: p.text(),
    sector: p.enum(() => NetworkSector),
    webAddress: p.text().nullable(),
    status: p.enum(() => OrganisationStatus),
    submittedAt: p.datetime(),
    /** Why it was last moved; its representatives read it. */
    decisionReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** A volunteer organisation, which runs projects. */
export class Organisation extends OrganisationSchema.class {}
OrganisationSchema.setClass(Organisation);
