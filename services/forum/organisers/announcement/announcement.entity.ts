import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { Edition } from '../../edition/edition.entity.ts';
import type { FilterValues } from '../list/registration-filter.rules.ts';
import { AnnouncementStatus } from './announcement.rules.ts';

export const AnnouncementSchema = defineEntity({
  name: 'Announcement',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    /** Whose registrations it is for. No names are in it. */
    filter: p.json<FilterValues>(),
    subject: p.json<Texts>(),
    body: p.json<Texts>(),
    status: p.enum(() => AnnouncementStatus),
    /** People it would go to when it was drafted or held; those it goes to, once it is sent. */
    recipients: p.integer(),
    draftedAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** A mail to a group of those who are registered for an edition. */
export class Announcement extends AnnouncementSchema.class {}
AnnouncementSchema.setClass(Announcement);
