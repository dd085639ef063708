import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../../edition/edition.entity.ts';

export const DeadlineExtensionSchema = defineEntity({
  name: 'DeadlineExtension',
  properties: {
    edition: () => p.manyToOne(Edition).ref().primary(),
    personId: p.text().primary(),
    until: p.datetime(),
  },
});

/** One person's own deadline for an edition: to register, and to change a registration. */
export class DeadlineExtension extends DeadlineExtensionSchema.class {}
DeadlineExtensionSchema.setClass(DeadlineExtension);
