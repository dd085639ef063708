import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../../edition/edition.entity.ts';
import type { FilterValues } from '../list/registration-filter.rules.ts';
import { ExportFormat, RegistrationsExportStatus } from './registrations-export.rules.ts';

export const RegistrationsExportSchema = defineEntity({
  name: 'RegistrationsExport',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    requestedById: p.text(),
    /** Which registrations it is of. Names may be in it: it goes once the export is written. */
    filter: p.json<FilterValues>().nullable(),
    format: p.enum(() => ExportFormat),
    withNeeds: p.boolean(),
    status: p.enum(() => RegistrationsExportStatus),
    tokenHash: p.text(),
    /** Registrations in it; null while it is not written. */
    rows: p.integer().nullable(),
    /** Pieces its text is kept in. */
    chunks: p.integer().nullable(),
    downloads: p.integer().default(0),
    requestedAt: p.datetime(),
    expiresAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** A file of an edition's registrations, as they were at one moment, for a day. */
export class RegistrationsExport extends RegistrationsExportSchema.class {}
RegistrationsExportSchema.setClass(RegistrationsExport);
