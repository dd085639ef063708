import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../edition/edition.entity.ts';
import { ConsentPurpose, ParticipantCategory, RegistrationStatus } from './registration.rules.ts';

export const RegistrationSchema = defineEntity({
  name: 'Registration',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    /** Key of a person owned by another service; no foreign key crosses a service. */
    personId: p.text(),
    category: p.enum(() => ParticipantCategory),
    status: p.enum(() => RegistrationStatus),
    affiliation: p.text().nullable(),
    dietaryNeeds: p.text().nullable(),
    accessibilityNeeds: p.text().nullable(),
    interpretationLanguage: p.text().nullable(),
    registeredAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** One person's registration for one edition. The database holds one active registration per person and edition. */
export class Registration extends RegistrationSchema.class {}
RegistrationSchema.setClass(Registration);

export const ConsentSchema = defineEntity({
  name: 'Consent',
  properties: {
    registration: () => p.manyToOne(Registration).ref().primary(),
    purpose: p.enum(() => ConsentPurpose).primary(),
    /** Version of the text the person read. */
    version: p.text(),
    givenAt: p.datetime(),
  },
});

/** A consent given with a registration, for one purpose. */
export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);
