import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LanguageSkillType } from '../../../shared/graph/language-skill.ts';
import { CountryCode, DateTime, LocalDate, SafeInt } from '../../../shared/graph/scalars.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { ClearanceKind, ClearanceStage, type RequiredClearance } from '../../clearance/clearance.rules.ts';
import { Education, type Entitlement, EntitlementKind, type Requirements } from '../terms.rules.ts';
import type { OpeningTermsRow } from './terms.loaders.ts';

registerEnumType(Education, {
  name: 'Education',
  description: 'How far somebody has been educated, the lowest first.',
});
registerEnumType(EntitlementKind, { name: 'EntitlementKind', description: 'What a volunteer is given.' });
registerEnumType(ClearanceKind, {
  name: 'ClearanceKind',
  description:
    'What is checked about a volunteer before they serve abroad. Of a medical check only the outcome is kept.',
});
registerEnumType(ClearanceStage, {
  name: 'ClearanceStage',
  description: 'By when a clearance is needed. All are needed before travelling.',
  valuesConfig: {
    BEFORE_HOST: { description: 'Before the application is sent to the host.' },
    BEFORE_OFFER: { description: 'Before a position is offered.' },
  },
});

@ObjectType('OpeningRequirements', {
  description: 'Who may serve in an opening: whoever meets all of it. What is empty or null asks for nothing.',
})
export class RequirementsType {
  @Field(() => [CountryCode], { description: 'One of these citizenships.' })
  readonly citizenships: readonly string[];
  @Field(() => Int, { nullable: true, description: 'In years, on the first day of service.' })
  readonly minimumAge: number | null;
  @Field(() => Int, { nullable: true, description: 'In years, on the first day of service.' })
  readonly maximumAge: number | null;
  @Field(() => Education, { nullable: true, description: 'At least.' })
  readonly education: Education | null;
  @Field(() => [LanguageSkillType], { description: 'Each of these, at this level at least.' })
  readonly languages: readonly LanguageSkillType[];
  @Field(() => [String], { description: 'All of these, in the words of the opening: `first-aid`.' })
  readonly skills: readonly string[];

  constructor(requirements: Requirements) {
    this.citizenships = requirements.citizenships;
    this.minimumAge = requirements.minimumAge;
    this.maximumAge = requirements.maximumAge;
    this.education = requirements.education;
    this.languages = requirements.languages.map((skill) => new LanguageSkillType(skill));
    this.skills = requirements.skills;
  }
}

@ObjectType('OpeningEntitlement', { description: 'One thing a volunteer is given, in money or in kind.' })
export class EntitlementType {
  @Field(() => EntitlementKind)
  readonly kind: EntitlementKind;
  @Field(() => SafeInt, {
    nullable: true,
    description:
      'In the smallest unit of the currency: once, or for each month begun of a MONTHLY_ALLOWANCE. Null where it is given in kind.',
  })
  readonly amount: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217: `USD`. Null where it is given in kind.' })
  readonly currency: string | null;

  readonly notes: Texts;

  constructor({ kind, amountMinor, currency, note }: Entitlement) {
    this.kind = kind;
    this.amount = amountMinor;
    this.currency = currency;
    this.notes = note;
  }
}

@ObjectType('OpeningClearance', { description: 'What is checked about those who are chosen, and by when.' })
export class RequiredClearanceType {
  @Field(() => ClearanceKind)
  readonly kind: ClearanceKind;
  @Field(() => ClearanceStage)
  readonly stage: ClearanceStage;

  constructor({ kind, stage }: RequiredClearance) {
    this.kind = kind;
    this.stage = stage;
  }
}

@ObjectType('OpeningTerms', { description: 'What an opening promised and asked for, as of one version of its terms.' })
export class OpeningTermsType {
  @Field(() => Int, { description: '1 for the first; `Application.termsVersion` names one.' })
  readonly number: number;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When they took the place of the ones before. Null for the first.',
  })
  readonly changedAt: Date | null;
  @Field(() => [String], {
    description: 'What is other than in the version before: `["startsOn", "requirements"]`. Empty for the first.',
  })
  readonly changed: readonly string[];
  @Field(() => LocalDate)
  readonly startsOn: string;
  @Field(() => LocalDate)
  readonly endsOn: string;
  @Field(() => String)
  readonly city: string;
  @Field(() => RequirementsType)
  readonly requirements: RequirementsType;
  @Field(() => [EntitlementType])
  readonly entitlements: readonly EntitlementType[];
  @Field(() => [RequiredClearanceType])
  readonly clearances: readonly RequiredClearanceType[];

  constructor(row: OpeningTermsRow) {
    this.number = row.number;
    this.changedAt = row.changed_at;
    this.changed = row.changed;
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.city = row.city;
    this.requirements = new RequirementsType(row.requirements);
    this.entitlements = row.entitlements.map((one) => new EntitlementType(one));
    this.clearances = row.clearances.map((one) => new RequiredClearanceType(one));
  }
}
