import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';

export const InternationalYearSchema = defineEntity({
  name: 'InternationalYear',
  properties: {
    year: p.integer().primary(),
    title: p.json<Texts>(),
    /** Symbol of the General Assembly's resolution, without the body: `78/127`. */
    resolution: p.text(),
    coSponsorCount: p.integer(),
    /** ISO 3166-1 alpha-2, those that sources name; fewer than `coSponsorCount`. */
    knownCoSponsors: p.array<string>(),
    /** Where the number of co-sponsors is published. */
    sourceTitle: p.text().nullable(),
    sourceUrl: p.text().nullable(),
    sourcePublishedOn: p.date().nullable(),
  },
});

/** A year the UN General Assembly dedicated to volunteers. */
export class InternationalYear extends InternationalYearSchema.class {}
InternationalYearSchema.setClass(InternationalYear);
