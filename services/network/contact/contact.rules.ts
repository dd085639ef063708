import { canonicalTag, checkLanguages, type TextViolation } from '../../shared/text/given-texts.rules.ts';
import { EARLIEST_DAY } from '../network-day.rules.ts';
import { checkHours, type HoursProblem, type OpeningHours } from './opening-hours.rules.ts';

/** How people reach an office. Null is what nobody has told yet. */
export interface Contact {
  /** E.164, or a short code of four digits. */
  readonly phone: string | null;
  readonly hours: OpeningHours | null;
  /** BCP 47 tags of the languages spoken; never empty. */
  readonly languages: readonly string[] | null;
  /** Day as of which it is known, ISO. */
  readonly asOf: string | null;
}

/** What changes of a contact. What is absent stays as it is; null clears. */
export interface ContactChange {
  readonly phone?: string | null | undefined;
  readonly hours?: OpeningHours | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly asOf: string;
}

export type ContactProblem =
  | HoursProblem
  | 'not-a-phone-number'
  | 'unknown-language'
  | 'repeated'
  | 'in-future'
  | 'too-long-ago';

export interface ContactViolation {
  readonly path: readonly string[];
  readonly problem: ContactProblem;
}

export const LANGUAGES_LIMIT = 20;
const PHONE = /^(\+[1-9]\d{6,14}|\d{4})$/;

/** Everything wrong with a change of a contact on a day (ISO), in the order of the form. */
export function checkContact(change: ContactChange, today: string): readonly ContactViolation[] {
  const { phone, hours, languages, asOf } = change;
  return [
    ...(phone == null || PHONE.test(dialled(phone)) ? [] : [violation('not-a-phone-number', 'phone')]),
    ...(hours == null ? [] : checkHours(hours)).map(({ path, problem }) => violation(problem, 'hours', ...path)),
    ...(languages == null ? [] : checkSpoken(languages)),
    ...(asOf > today ? [violation('in-future', 'asOf')] : []),
    ...(asOf < EARLIEST_DAY ? [violation('too-long-ago', 'asOf')] : []),
  ];
}

/** A contact as it is kept after a change. The change has been checked. */
export function changedContact(contact: Contact, change: ContactChange): Contact {
  const { phone, hours, languages, asOf } = change;
  return {
    phone: phone === undefined ? contact.phone : phone && dialled(phone),
    hours: hours === undefined ? contact.hours : hours,
    languages:
      languages === undefined ? contact.languages : (languages?.map((tag) => canonicalTag(tag) ?? tag) ?? null),
    asOf,
  };
}

/** A number without what people write between its digits. */
function dialled(phone: string): string {
  return phone.replace(/[\s().-]/g, '');
}

function checkSpoken(languages: readonly string[]): ContactViolation[] {
  if (languages.length === 0) return [violation('empty', 'languages')];
  if (languages.length > LANGUAGES_LIMIT) return [violation('too-many', 'languages')];
  return checkLanguages(['languages'], languages).map(({ path, problem }) =>
    violation(languageProblem(problem), ...path),
  );
}

/** Tags can be unknown or given twice; what else is wrong with texts, tags cannot have. */
function languageProblem(problem: TextViolation['problem']): 'unknown-language' | 'repeated' {
  return problem === 'repeated' ? 'repeated' : 'unknown-language';
}

function violation(problem: ContactProblem, ...path: string[]): ContactViolation {
  return { path, problem };
}
