import { defineEntity, p } from '@mikro-orm/core';

export const NoteVerbaleSchema = defineEntity({
  name: 'NoteVerbale',
  properties: {
    id: p.text().primary(),
    delegationId: p.text(),
    /** By its content. */
    contentType: p.text(),
    /** In bytes. */
    size: p.integer(),
    uploadedAt: p.datetime(),
    /** Null for one that came with the demonstration, and once the content has gone. */
    uploadedById: p.text().nullable(),
    /** When its content went, long after the edition; null while it is kept. */
    deletedAt: p.datetime().nullable(),
  },
});

/** A note verbale as it was uploaded: what is known of it, without its content. */
export class NoteVerbale extends NoteVerbaleSchema.class {}
NoteVerbaleSchema.setClass(NoteVerbale);
