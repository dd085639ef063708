import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { LanguageSkill } from '../../../shared/language/language-skill.rules.ts';
import type { Education, Requirements } from '../../opening/terms.rules.ts';

/** What an applicant wrote; all of it null once they are erased. */
export interface ApplicationDetailsRow {
  readonly key: string;
  readonly motivation: string | null;
  readonly available_from: string | null;
  readonly citizenship: string | null;
  readonly education: Education | null;
  readonly languages: readonly LanguageSkill[] | null;
  readonly skills: readonly string[] | null;
}

/** By what volunteers of an opening are judged. */
export interface OpeningTermsRow {
  readonly key: string;
  readonly requirements: Requirements;
}

const APPLICATION_DETAILS = statement(
  'application_details',
  `select id as key, motivation, available_from, citizenship, education, languages, skills
   from application where id = any($1::text[])`,
);
const OPENING_TERMS = statement(
  'opening_terms',
  'select id as key, requirements from opening where id = any($1::text[])',
);

export interface ApplicationDetailsLoaders {
  readonly applicationDetailsById: DataLoader<string, ApplicationDetailsRow | null>;
  readonly openingTermsById: DataLoader<string, OpeningTermsRow | null>;
}

export function applicationDetailsLoaders(read: Reader): ApplicationDetailsLoaders {
  return {
    applicationDetailsById: keyedLoader<ApplicationDetailsRow>(read, APPLICATION_DETAILS),
    openingTermsById: keyedLoader<OpeningTermsRow>(read, OPENING_TERMS),
  };
}
