import { defineEntity, p } from '@mikro-orm/core';

export const DataExportSchema = defineEntity({
  name: 'DataExport',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    /** The token itself is shown once and kept nowhere. */
    tokenHash: p.text(),
    requestedAt: p.datetime(),
    expiresAt: p.datetime(),
    downloads: p.integer().default(0),
  },
});

/** Leave to download what the portal keeps about a person. The data is gathered while it is downloaded, never before. */
export class DataExport extends DataExportSchema.class {}
DataExportSchema.setClass(DataExport);
