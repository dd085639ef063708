import { IntlMessageFormat } from 'intl-messageformat';
import { PORTAL_LANGUAGES } from '../../../services/shared/text/localize.rules.ts';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];

/** What is wrong with a catalogue of messages, a line each: languages, patterns, arguments and plural forms. */
export function problemsOf(catalogue: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string[] {
  return Object.entries(catalogue).flatMap(([key, message]) =>
    problemsOfMessage(message).map((problem) => `${key}: ${problem}`),
  );
}

function problemsOfMessage(message: Readonly<Record<string, unknown>>): string[] {
  const problems = Object.keys(message)
    .filter((language) => !PORTAL_LANGUAGES.some((known) => known === language))
    .map((language) => `${language} is no language of the portal`);
  const argumentsByLanguage = new Map<string, string>();
  for (const language of PORTAL_LANGUAGES) {
    const pattern = message[language];
    if (typeof pattern !== 'string' || pattern.trim() === '' || pattern !== pattern.trim()) {
      problems.push(`${language} is missing, or has spaces around it`);
      continue;
    }
    try {
      const elements = new IntlMessageFormat(pattern, language).getAst().flatMap(withNested);
      problems.push(...elements.flatMap((element) => missingForms(element, language)));
      const names = elements.flatMap((element) => ('value' in element && element.type !== 0 ? [element.value] : []));
      argumentsByLanguage.set(language, [...new Set(names)].sort().join(', '));
    } catch (error) {
      problems.push(`${language} is no ICU message: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (new Set(argumentsByLanguage.values()).size > 1) {
    const said = [...argumentsByLanguage].map(([language, names]) => `${language} (${names})`);
    problems.push(`the arguments differ: ${said.join(', ')}`);
  }
  return problems;
}

/** An element and all elements inside it. */
function withNested(element: Element): Element[] {
  const nested = 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : [];
  const children = 'children' in element ? element.children : [];
  return [element, ...[...nested, ...children].flatMap(withNested)];
}

/** Plural forms of the language that a plural leaves out: a number that needs one would read wrong. */
function missingForms(element: Element, language: string): string[] {
  if (!('pluralType' in element)) return [];
  const { pluralCategories } = new Intl.PluralRules(language, { type: element.pluralType }).resolvedOptions();
  const missing = pluralCategories.filter((form) => !(form in element.options));
  return missing.length === 0 ? [] : [`${language} lacks ${missing.join(', ')} of {${element.value}}`];
}
