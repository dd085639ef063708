import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { NetworkSector } from '../sector/sector.rules.ts';
import { ProjectStatus } from './project.rules.ts';

export const ProjectSchema = defineEntity({
  name: 'Project',
  properties: {
    id: p.text().primary(),
    organisationId: p.text(),
    title: p.json<Texts>(),
    description: p.json<Texts>(),
    regionCode: p.text(),
    sector: p.enum(() => NetworkSector),
    /** First and last day. */
    startsOn: p.date(),
    endsOn: p.date(),
    status: p.enum(() => ProjectStatus),
    submittedAt: p.datetime(),
    /** When it was approved; null before. */
    publishedAt: p.datetime().nullable(),
    /** When it last changed its status. */
    movedAt: p.datetime(),
    /** Why it was last moved; its organisation reads it. */
    decisionReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** What an organisation does with volunteers, in a region and over certain days. */
export class Project extends ProjectSchema.class {}
ProjectSchema.setClass(Project);
