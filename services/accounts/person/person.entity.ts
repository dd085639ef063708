import { defineEntity, p } from '@mikro-orm/core';
import type { LanguageSkill } from '../../shared/language/language-skill.rules.ts';
import type { NativeName, PersonName } from '../../shared/names/name.rules.ts';

export const PersonSchema = defineEntity({
  name: 'Person',
  properties: {
    /** The same as the ID of the person's sign-in account. */
    id: p.text().primary(),
    displayName: p.text(),
    /** In the script the person writes it in. */
    nativeName: p.json<NativeName>().nullable(),
    /** As printed in the passport. */
    latinName: p.json<PersonName>().nullable(),
    /** What the person is searched and sorted by; made of all the names, and written with them. */
    foldedName: p.text(),
    /** ISO 3166-1 alpha-2; the country belongs to another service. */
    citizenship: p.text().nullable(),
    birthDate: p.date().nullable(),
    languages: p.json<readonly LanguageSkill[]>(),
    preferredLocale: p.text().nullable(),
    createdAt: p.datetime(),
    /** Later with every change of what other services are told; null until the first. */
    profileChangedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A person with an account. */
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);

export const PublicFunctionSchema = defineEntity({
  name: 'PublicFunction',
  properties: {
    /** No foreign key: word of a function may arrive before the person does. */
    personId: p.text().primary(),
    /** ID of the thing the function is held in, such as a delegation. */
    heldInId: p.text().primary(),
    /** When it was last told. */
    since: p.datetime(),
    /** False for one that is over: word of its beginning may come after that of its end. */
    isHeld: p.boolean().default(true),
  },
});

/** A public function of a person, told by the service that knows of it. */
export class PublicFunction extends PublicFunctionSchema.class {}
PublicFunctionSchema.setClass(PublicFunction);
