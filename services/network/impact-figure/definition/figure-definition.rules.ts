import {
  canonicalTag,
  checkTexts,
  type GivenText,
  type TextViolation,
} from '../../../shared/text/given-texts.rules.ts';
import { PORTAL_LANGUAGES } from '../../../shared/text/localize.rules.ts';

/** What is counted. */
export enum ImpactUnit {
  PEOPLE = 'PEOPLE',
  ORGANISATIONS = 'ORGANISATIONS',
  EVENTS = 'EVENTS',
  DEEDS = 'DEEDS',
  PROJECTS = 'PROJECTS',
  GRANTS = 'GRANTS',
  MEETINGS = 'MEETINGS',
  OFFICES = 'OFFICES',
  STATES = 'STATES',
  HOURS = 'HOURS',
}

export type DefinitionProblem = TextViolation['problem'] | 'not-a-key' | 'language-missing';

export interface DefinitionViolation {
  readonly path: readonly string[];
  readonly problem: DefinitionProblem;
}

export const LABEL_LENGTH = 200;
const KEY = /^[A-Z][A-Z0-9_]{1,59}$/;

/** Everything wrong with the definition of a figure; its label is written in every language of the portal. */
export function checkDefinition(key: string, label: readonly GivenText[]): readonly DefinitionViolation[] {
  const texts = checkTexts(['label'], label, { maximum: LABEL_LENGTH, required: true });
  const written = label.map(({ locale }) => canonicalTag(locale));
  const complete = label.length === 0 || PORTAL_LANGUAGES.every((language) => written.includes(language));
  return [
    ...(KEY.test(key) ? [] : [{ path: ['key'], problem: 'not-a-key' as const }]),
    ...texts,
    ...(complete ? [] : [{ path: ['label'], problem: 'language-missing' as const }]),
  ];
}
