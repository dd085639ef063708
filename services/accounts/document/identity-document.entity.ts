import { defineEntity, p } from '@mikro-orm/core';
import type { Sealed } from '../../shared/crypto/sealed.ts';
import type { DocumentKind } from './identity-document.rules.ts';

export const IdentityDocumentSchema = defineEntity({
  name: 'IdentityDocument',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    kind: p.text().$type<DocumentKind>(),
    /** ISO 3166-1 alpha-2; the country belongs to another service. */
    issuingCountry: p.text(),
    /** Never in the clear; `numberPlace` is sealed with it. */
    number: p.json<Sealed>(),
    /** ISO, `2031-05-01`. */
    expiresOn: p.date(),
    /** ID of an edition of the forum, after which the document goes; null for one that stays until it expires. */
    heldForEditionId: p.text().nullable(),
    recordedAt: p.datetime(),
  },
});

/** A person's passport or identity card. Nothing of it changes: who has a new one records it and deletes the old one. */
export class IdentityDocument extends IdentityDocumentSchema.class {}
IdentityDocumentSchema.setClass(IdentityDocument);
