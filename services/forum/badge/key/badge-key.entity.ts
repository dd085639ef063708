import { defineEntity, p } from '@mikro-orm/core';
import type { Sealed } from '../../../shared/crypto/sealed.ts';

export const BadgeKeySchema = defineEntity({
  name: 'BadgeKey',
  properties: {
    /** In the header of what it signs. */
    keyId: p.text().primary(),
    /** Ed25519: 32 bytes in base64url, as a JWK has them in `x`. */
    publicKey: p.text(),
    /** A JWK, never in the clear; `privateKeyPlace` is sealed with it. */
    privateKey: p.json<Sealed>(),
    madeAt: p.datetime(),
    /** Since when it signs nothing more; what it signed stays good. */
    retiredAt: p.datetime().nullable(),
  },
});

/** A key that signs badges. The database holds one that is not retired. */
export class BadgeKey extends BadgeKeySchema.class {}
BadgeKeySchema.setClass(BadgeKey);
