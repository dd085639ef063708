import { defineEntity, p } from '@mikro-orm/core';

export const ApiClientSchema = defineEntity({
  name: 'ApiClient',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    /** ISO 3166-1 alpha-2 of the country it speaks for. */
    countryCode: p.text(),
    /** The key itself is shown once and kept nowhere. */
    keyHash: p.text(),
    createdAt: p.datetime(),
    createdById: p.text(),
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

/** A system of a partner country that queries the portal with an API key. */
export class ApiClient extends ApiClientSchema.class {}
ApiClientSchema.setClass(ApiClient);
