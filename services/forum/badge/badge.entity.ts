import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../edition/edition.entity.ts';
import { Registration } from '../registration/registration.entity.ts';
import { ParticipantCategory } from '../registration/registration.rules.ts';
import { BadgeStatus, IdCheckKind } from './badge.rules.ts';

export const BadgeSchema = defineEntity({
  name: 'Badge',
  properties: {
    id: p.text().primary(),
    /** What is printed beside the code; read with `readSerial`. */
    serial: p.text(),
    edition: () => p.manyToOne(Edition).ref(),
    registration: () => p.manyToOne(Registration).ref(),
    category: p.enum(() => ParticipantCategory),
    /** Codes of the zones it opens, all of them the category's. */
    zones: p.array(),
    status: p.enum(() => BadgeStatus),
    /** It opens doors in `[validFrom, validUntil)`. */
    validFrom: p.datetime(),
    validUntil: p.datetime(),
    keyId: p.text(),
    /** A compact JWS, for the QR code; no personal data in it. */
    qrPayload: p.text(),
    issuedAt: p.datetime(),
    activatedAt: p.datetime().nullable(),
    activatedById: p.text().nullable(),
    /** When it was lost or revoked, or had expired; null while it is in force. */
    endedAt: p.datetime().nullable(),
    /** ID of the lost badge it stands for. */
    replacesId: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** What a participant wears, and shows at doors. The database holds one in force for a registration. */
export class Badge extends BadgeSchema.class {}
BadgeSchema.setClass(Badge);

export const BadgeIdCheckSchema = defineEntity({
  name: 'BadgeIdCheck',
  properties: {
    id: p.text().primary(),
    badge: () => p.manyToOne(Badge).ref(),
    kind: p.enum(() => IdCheckKind),
    checkedAt: p.datetime(),
    checkedById: p.text(),
  },
});

/** Somebody at the desk looked at the ID of whoever took a badge. Never its number. */
export class BadgeIdCheck extends BadgeIdCheckSchema.class {}
BadgeIdCheckSchema.setClass(BadgeIdCheck);
