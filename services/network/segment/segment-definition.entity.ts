import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { SegmentName } from './segment-definition.rules.ts';

export const SegmentDefinitionSchema = defineEntity({
  name: 'SegmentDefinition',
  properties: {
    id: p.text().primary(),
    segment: p.enum(() => SegmentName),
    /** In completed years, both included. */
    minimumAge: p.integer(),
    maximumAge: p.integer().nullable(),
    /** First and last day it holds; null where it has always held, or goes on. */
    since: p.date().nullable(),
    until: p.date().nullable(),
    description: p.json<Texts>(),
    /** Null where the definition is the portal's own. */
    sourceTitle: p.text().nullable(),
    sourceUrl: p.text().nullable(),
    sourcePublishedOn: p.date().nullable(),
  },
});

/** What a group of volunteers by age means over certain days. Of one group, one definition holds on a day. */
export class SegmentDefinition extends SegmentDefinitionSchema.class {}
SegmentDefinitionSchema.setClass(SegmentDefinition);
