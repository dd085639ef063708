import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { Edition } from '../edition/edition.entity.ts';

export const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    title: p.json<Texts>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    room: p.text(),
    /** BCP 47 tags of the languages spoken, and of those interpreted into. */
    floorLanguages: p.array<string>(),
    interpretationLanguages: p.array<string>(),
  },
});

/** One item of an edition's programme, in a room, with seats. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
