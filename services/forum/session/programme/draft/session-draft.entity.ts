import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { Edition } from '../../../edition/edition.entity.ts';

export const SessionDraftSchema = defineEntity({
  name: 'SessionDraft',
  properties: {
    /** Of the session it becomes, or is the draft of. */
    sessionId: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    title: p.json<Texts>(),
    description: p.json<Texts>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    roomId: p.text(),
    floorLanguages: p.array<string>(),
    interpretationLanguages: p.array<string>(),
    /** Seats; null for a session without a limit. */
    capacity: p.integer().nullable(),
    waitlistLimit: p.integer(),
    isOpenDoor: p.boolean(),
    /** Names, as the programme prints them. */
    speakers: p.array<string>(),
    /** True where the next release cancels the session, or leaves it out. */
    isRemoved: p.boolean().default(false),
    version: p.integer().version(),
  },
});

/** A session as the next release will have it. Each released session has one, alike until somebody changes it. */
export class SessionDraft extends SessionDraftSchema.class {}
SessionDraftSchema.setClass(SessionDraft);
