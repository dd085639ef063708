import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { Edition } from '../../../edition/edition.entity.ts';

export const RoomSchema = defineEntity({
  name: 'Room',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    name: p.json<Texts>(),
    /** People it holds; null where nobody counted. */
    capacity: p.integer().nullable(),
    /** Part of the venue it is in. */
    zone: p.text().nullable(),
  },
});

/** A room in which an edition holds sessions, one at a time. */
export class Room extends RoomSchema.class {}
RoomSchema.setClass(Room);
