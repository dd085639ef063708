import { defineEntity, p } from '@mikro-orm/core';
import type { LanguageSkill } from '../../shared/language/language-skill.rules.ts';
import { Opening } from '../opening/opening.entity.ts';
import { Education } from '../opening/terms.rules.ts';
import { ApplicationOutcome, ApplicationStatus } from './application.rules.ts';
import type { RuleResult } from './eligibility/eligibility.rules.ts';

export const ApplicationSchema = defineEntity({
  name: 'Application',
  properties: {
    id: p.text().primary(),
    opening: () => p.manyToOne(Opening).ref(),
    /** Key of a person owned by another service. */
    personId: p.text(),
    status: p.enum(() => ApplicationStatus),
    /** Which version of the opening's terms the applicant has agreed to. */
    termsVersion: p.integer(),
    /** Which version of the rules of eligibility judged it, and how. */
    rulesVersion: p.text(),
    eligibility: p.json<readonly RuleResult[]>(),
    /** What follows is null once the applicant is erased. */
    motivation: p.text().nullable(),
    availableFrom: p.date().nullable(),
    birthDate: p.date().nullable(),
    /** ISO 3166-1 alpha-2. */
    citizenship: p.text().nullable(),
    education: p.enum(() => Education).nullable(),
    languages: p.json<readonly LanguageSkill[]>().nullable(),
    skills: p.array<string>().nullable(),
    /** Place in the reserve, 1 first; null outside it. */
    rank: p.integer().nullable(),
    /** Why it led to no placement, where somebody else than the applicant ended it. */
    outcome: p.enum(() => ApplicationOutcome).nullable(),
    /** When it was first sent to the host; null where it never was. */
    sentToHostAt: p.datetime().nullable(),
    /** The last instant at which terms that have changed are confirmed; null where there is nothing to confirm. */
    confirmationEndsAt: p.datetime().nullable(),
    submittedAt: p.datetime(),
    version: p.integer().version(),
  },
});

/** A person's wish to serve in an opening. The database holds one that is active for each person and opening. */
export class Application extends ApplicationSchema.class {}
ApplicationSchema.setClass(Application);
