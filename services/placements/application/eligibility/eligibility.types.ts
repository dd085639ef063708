import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LanguageSkillInput } from '../../../shared/graph/language-skill.ts';
import { CountryCode, LocalDate } from '../../../shared/graph/scalars.ts';
import { Education } from '../../opening/terms.rules.ts';
import { EligibilityRule, isEligible, type RuleResult } from './eligibility.rules.ts';
import { explain } from './explain.ts';

registerEnumType(EligibilityRule, {
  name: 'EligibilityRule',
  description: 'What an opening may require of volunteers. Ages are counted on the first day of service.',
});

@ObjectType('RequirementCheck', { description: 'How somebody does by one requirement of an opening.' })
export class RequirementCheckType {
  @Field(() => EligibilityRule)
  readonly rule: EligibilityRule;
  @Field(() => String, { description: 'What is asked for: `en B2`, `18`, `KG KZ`.' })
  readonly required: string;
  @Field(() => Boolean, { description: 'False as well where the person has not said what it takes to judge.' })
  readonly met: boolean;
  @Field(() => String, { description: "Said to the person, in the viewer's language: why, or what is to be told yet." })
  readonly explanation: string;

  constructor(result: RuleResult, locale: string) {
    this.rule = result.rule;
    this.required = result.required;
    this.met = result.met;
    this.explanation = explain(result, locale);
  }
}

@ObjectType('Eligibility', { description: 'Whether somebody may serve in an opening, requirement by requirement.' })
export class EligibilityType {
  @Field(() => Boolean, { description: 'True where every requirement is met, and where there is none.' })
  readonly eligible: boolean;
  @Field(() => [RequirementCheckType])
  readonly rules: readonly RequirementCheckType[];

  constructor(results: readonly RuleResult[], locale: string) {
    this.eligible = isEligible(results);
    this.rules = results.map((result) => new RequirementCheckType(result, locale));
  }
}

@InputType({
  description:
    'What a person says of themself to find out whether they qualify. What is absent is taken from their profile. Nothing of it is kept.',
})
export class EligibilityProfileInput {
  @Field(() => LocalDate, { nullable: true })
  readonly birthDate?: string | null;
  @Field(() => CountryCode, { nullable: true })
  readonly citizenship?: string | null;
  @Field(() => Education, { nullable: true })
  readonly education?: Education | null;
  @Field(() => [LanguageSkillInput], { nullable: true })
  readonly languages?: LanguageSkillInput[] | null;
  @Field(() => [String], { nullable: true, description: 'In the words of the openings: `first-aid`.' })
  readonly skills?: string[] | null;
}
