import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { Edition } from '../../../edition/edition.entity.ts';
import { type FieldDifference, ProgrammeChangeKind } from './difference.rules.ts';

export const ProgrammeReleaseSchema = defineEntity({
  name: 'ProgrammeRelease',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    /** Within the edition, 1 first. */
    number: p.integer(),
    releasedAt: p.datetime(),
    note: p.json<Texts>(),
  },
});

/** A version of an edition's programme, as participants have seen it from then on. */
export class ProgrammeRelease extends ProgrammeReleaseSchema.class {}
ProgrammeReleaseSchema.setClass(ProgrammeRelease);

export const ReleasedChangeSchema = defineEntity({
  name: 'ReleasedChange',
  tableName: 'programme_change',
  properties: {
    release: () => p.manyToOne(ProgrammeRelease).ref().primary(),
    sessionId: p.text().primary(),
    kind: p.enum(() => ProgrammeChangeKind),
    fields: p.json<readonly FieldDifference[]>(),
    title: p.json<Texts>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    roomName: p.json<Texts>(),
  },
});

/** What a release changed about one session. Never written again. */
export class ReleasedChange extends ReleasedChangeSchema.class {}
ReleasedChangeSchema.setClass(ReleasedChange);
