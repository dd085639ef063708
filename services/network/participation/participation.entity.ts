import { defineEntity, p } from '@mikro-orm/core';

export const ParticipationSchema = defineEntity({
  name: 'Participation',
  properties: {
    id: p.text().primary(),
    projectId: p.text(),
    /** Key of a `Person` of another service. */
    personId: p.text(),
    joinedAt: p.datetime(),
    /** Null while they take part. */
    leftAt: p.datetime().nullable(),
  },
});

/** A person's part in a project, from when they joined to when they left. */
export class Participation extends ParticipationSchema.class {}
ParticipationSchema.setClass(Participation);
