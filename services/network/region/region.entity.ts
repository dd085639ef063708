import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';

export const RegionSchema = defineEntity({
  name: 'Region',
  properties: {
    /** ISO 3166-2, such as `KZ-75`. */
    code: p.text().primary(),
    name: p.json<Texts>(),
    /** What else people call it, in any language; for finding it. */
    otherNames: p.array<string>(),
  },
});

/** A region of Kazakhstan, or a city of the same rank. */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);
