import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { Edition } from '../edition/edition.entity.ts';
import { SessionStatus } from './session.rules.ts';

export const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    title: p.json<Texts>(),
    description: p.json<Texts>().default('{}'),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** What the room is called; `roomId` leads to it, unless it is no room of the edition's list. */
    room: p.text(),
    roomId: p.text().nullable(),
    /** BCP 47 tags of the languages spoken, and of those interpreted into. */
    floorLanguages: p.array<string>(),
    interpretationLanguages: p.array<string>(),
    /** Names, as the programme prints them. */
    speakers: p.array<string>().default([]),
    /** People come and go: it may be booked beside another session at the same time. */
    isOpenDoor: p.boolean().default(false),
    status: p.enum(() => SessionStatus).default(SessionStatus.SCHEDULED),
    version: p.integer().version(),
  },
});

/** One item of an edition's programme, in a room, with seats. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
