import { defineEntity, p } from '@mikro-orm/core';
import { Edition } from '../edition/edition.entity.ts';
import { RegistrationGroup, SeatOffer } from '../waiting-list/waiting-list.entity.ts';
import type { PersonName, WrittenName } from './identity/identity.rules.ts';
import { ConsentPurpose, ParticipantCategory, RegistrationStatus } from './registration.rules.ts';

export const RegistrationSchema = defineEntity({
  name: 'Registration',
  properties: {
    id: p.text().primary(),
    edition: () => p.manyToOne(Edition).ref(),
    /** Key of a person owned by another service; null for somebody an organisation has registered and who has no account. */
    personId: p.text().nullable(),
    /** What stands for the mail address of somebody without an account. */
    addressKey: p.text().nullable(),
    category: p.enum(() => ParticipantCategory),
    status: p.enum(() => RegistrationStatus),
    affiliation: p.text().nullable(),
    dietaryNeeds: p.text().nullable(),
    accessibilityNeeds: p.text().nullable(),
    interpretationLanguage: p.text().nullable(),
    registeredAt: p.datetime(),
    /** Key of the delegation that a delegate comes with; another service's. */
    delegationId: p.text().nullable(),
    /** Key of the nomination that has led to it; another service's. */
    nominationId: p.text().nullable(),
    group: () => p.manyToOne(RegistrationGroup).ref().nullable(),
    /** The last offer of a seat, open or not. */
    seatOffer: () => p.manyToOne(SeatOffer).ref().nullable(),
    /** Who waits together: ID of the group, or of the registration itself. */
    queueEntry: p.text().nullable().generated('(coalesce(group_id, id)) stored'),
    /** 1 before 2 before 3. */
    priorityClass: p.integer().default(3),
    /** True for an approved registration that is reviewed again and keeps its seat meanwhile. */
    holdsSeat: p.boolean().default(false),
    /** Identity as the person's profile, or the organisation's list, says it. */
    nativeName: p.json<PersonName>().nullable(),
    latinName: p.json<PersonName>().nullable(),
    /** `2001-05-17`. */
    birthDate: p.date().nullable(),
    citizenship: p.text().nullable(),
    /** Names with their spellings folded, for search. */
    foldedName: p.text().nullable(),
    identityNotedAt: p.datetime().nullable(),
    /** What the organisation wrote that registered the person; no profile changes it. */
    writtenName: p.json<WrittenName>().nullable(),
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
