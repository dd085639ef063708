import { defineEntity, p } from '@mikro-orm/core';
import type { Sealed } from '../../../shared/crypto/sealed.ts';
import { WebhookStatus } from './webhook.rules.ts';

export const WebhookSchema = defineEntity({
  name: 'Webhook',
  properties: {
    id: p.text().primary(),
    /** ISO 3166-1 alpha-2 of the country whose changes it is told. */
    countryCode: p.text(),
    url: p.text(),
    events: p.array<string>(),
    status: p.enum(() => WebhookStatus),
    /** Who registered it: a person, who is written to when it is disabled, or a system of the country. */
    registeredByPersonId: p.text().nullable(),
    registeredByClientId: p.text().nullable(),
    secret: p.json<Sealed>(),
    /** The secret before, which still signs for a while. */
    formerSecret: p.json<Sealed>().nullable(),
    formerSecretUntil: p.datetime().nullable(),
    registeredAt: p.datetime(),
    /** Since when nothing reaches it; null while things do. */
    failingSince: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** An address of a partner country that is told of changes. The database holds one for each country and address. */
export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);
