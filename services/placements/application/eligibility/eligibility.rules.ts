/** A requirement of an opening that was looked at. */
export enum EligibilityRule {
  CITIZENSHIP = 'CITIZENSHIP',
  MINIMUM_AGE = 'MINIMUM_AGE',
  MAXIMUM_AGE = 'MAXIMUM_AGE',
  EDUCATION = 'EDUCATION',
  LANGUAGE = 'LANGUAGE',
  SKILL = 'SKILL',
}

/** How somebody does by one requirement. Holds nothing of the person: what was asked for and whether it is met. */
export interface RuleResult {
  readonly rule: EligibilityRule;
  /** What is asked for, as the opening says it: `en B2`, `18`, `first-aid`. */
  readonly required: string;
  readonly met: boolean;
}
