import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../../edition/edition.entity.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import { Registration } from '../../registration/registration.entity.ts';
import type { EditionAsIssued } from '../letter.rules.ts';

export const AttendanceCertificateSchema = defineEntity({
  name: 'AttendanceCertificate',
  properties: {
    id: p.text().primary(),
    registration: () => p.oneToOne(Registration).ref(),
    edition: () => p.manyToOne(Edition).ref(),
    number: p.text(),
    code: p.text(),
    issuedAt: p.datetime(),
    /** Null once the person is erased. */
    nativeName: p.json<PersonName>().nullable(),
    latinName: p.json<PersonName>().nullable(),
    editionAsIssued: p.json<EditionAsIssued>(),
  },
});

/** Says that somebody attended an edition. Nothing of it changes. */
export class AttendanceCertificate extends AttendanceCertificateSchema.class {}
AttendanceCertificateSchema.setClass(AttendanceCertificate);
