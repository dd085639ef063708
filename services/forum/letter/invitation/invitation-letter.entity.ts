import { defineEntity, p } from '@mikro-orm/core';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { Edition } from '../../edition/edition.entity.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import { Registration } from '../../registration/registration.entity.ts';
import type { EditionAsIssued } from '../letter.rules.ts';
import { InvitationLetterStatus, type Signatory } from './invitation-letter.rules.ts';

export const InvitationLetterSchema = defineEntity({
  name: 'InvitationLetter',
  properties: {
    id: p.text().primary(),
    registration: () => p.manyToOne(Registration).ref(),
    edition: () => p.manyToOne(Edition).ref(),
    /** Key of the person it is for, owned by another service. */
    personId: p.text(),
    status: p.enum(() => InvitationLetterStatus),
    language: p.text().$type<PortalLanguage>(),
    /** Where it is handed in, as the person wrote it. */
    embassy: p.text().nullable(),
    requestedAt: p.datetime(),
    /** What follows is null until it is issued, and what it says from then on. */
    number: p.text().nullable(),
    code: p.text().nullable(),
    issuedAt: p.datetime().nullable(),
    nativeName: p.json<PersonName>().nullable(),
    latinName: p.json<PersonName>().nullable(),
    citizenship: p.text().nullable(),
    category: p.text().nullable(),
    editionAsIssued: p.json<EditionAsIssued>().nullable(),
    signatory: p.json<Signatory>().nullable(),
    revokedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A letter that invites a registered person to an edition, for whoever grants visas. */
export class InvitationLetter extends InvitationLetterSchema.class {}
InvitationLetterSchema.setClass(InvitationLetter);
