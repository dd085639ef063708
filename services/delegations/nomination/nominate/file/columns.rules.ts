import { type ColumnProblem, columnsByName, readHeaders } from '../../../../shared/csv/headers.rules.ts';
import type { PersonName } from '../../../../shared/names/name.rules.ts';
import { DelegationRole, QuotaCategory } from '../../nomination.rules.ts';
import type { Nominee, NomineeViolation } from '../../nominee/nominee.rules.ts';

/**
 * What the columns of a list may be called, in English, Russian and Kazakh; by where the cell belongs in a nominee. The
 * first is what the portal calls it.
 */
const COLUMN_NAMES = {
  email: 'email, e-mail, mail, email address, почта, эл. почта, электронная почта, пошта, эл. пошта, электрондық пошта',
  'nativeName.family': 'family name, last name, surname, фамилия, тегі',
  'nativeName.given': 'given name, first name, name, имя, аты, есімі',
  'nativeName.patronymic': 'patronymic, middle name, отчество, әкесінің аты',
  'latinName.family':
    'latin family name, last name (latin), passport family name, фамилия латиницей, фамилия (латиница), ' +
    'фамилия как в паспорте, латынша тегі, төлқұжаттағы тегі',
  'latinName.given':
    'latin given name, first name (latin), passport given name, имя латиницей, имя (латиница), имя как в паспорте, ' +
    'латынша аты, төлқұжаттағы аты',
  category: 'category, категория, санат, санаты',
  role: 'role, роль, рөл, рөлі',
  isAlternate: 'alternate, reserve, резерв, запасной, резервте',
} as const;
export type Column = keyof typeof COLUMN_NAMES;
export type Columns = readonly (Column | null)[];

const columnByName = columnsByName<Column>(COLUMN_NAMES);

/** The columns of a list by its first row, or everything that is wrong with them. A column without a name is passed by. */
export function readColumns(headers: readonly string[]): { columns: Columns } | { problems: readonly ColumnProblem[] } {
  const { columns, problems: found } = readHeaders(headers, columnByName);
  const problems = [...found];
  if (!columns.includes('email')) problems.push({ problem: 'missing-column', header: 'email' });
  if (!columns.includes('nativeName.family') && !columns.includes('latinName.family')) {
    problems.push({ problem: 'missing-column', header: 'family name' });
  }
  return problems.length > 0 ? { problems } : { columns };
}

/**
 * A nominee from the cells of a row, and what is wrong with those that name a category or a role, or say who is an
 * alternate. An empty cell says nothing: without a category and a role, somebody is a delegate.
 */
export function nomineeOf(
  columns: Columns,
  cells: readonly string[],
): { readonly nominee: Nominee; readonly violations: readonly NomineeViolation[] } {
  const cell = (column: Column): string | null => {
    const index = columns.indexOf(column);
    return index < 0 ? null : cells[index]?.trim() || null;
  };
  const category = wordOf(cell('category'), Object.values(QuotaCategory), QuotaCategory.DELEGATE);
  const role = wordOf(cell('role'), Object.values(DelegationRole), DelegationRole.DELEGATE);
  const isAlternate = answerOf(cell('isAlternate'));
  const violations: NomineeViolation[] = [
    ...(category === null ? [{ path: ['category'], problem: 'unknown-category' as const }] : []),
    ...(role === null ? [{ path: ['role'], problem: 'unknown-role' as const }] : []),
    ...(isAlternate === null ? [{ path: ['isAlternate'], problem: 'unknown-answer' as const }] : []),
  ];
  const nominee = {
    email: cell('email') ?? '',
    nativeName: nameOf(cell('nativeName.family'), cell('nativeName.given'), cell('nativeName.patronymic')),
    latinName: nameOf(cell('latinName.family'), cell('latinName.given'), null),
    category: category ?? QuotaCategory.DELEGATE,
    role: role ?? DelegationRole.DELEGATE,
    isAlternate: isAlternate ?? false,
  };
  return { nominee, violations };
}

const YES = ['yes', 'true', '1', 'да', 'иә'];
const NO = ['no', 'false', '0', 'нет', 'жоқ'];

/** What a cell answers; an empty one says no. Null for something else. */
function answerOf(text: string | null): boolean | null {
  const plain = text?.toLowerCase() ?? 'no';
  if (YES.includes(plain)) return true;
  return NO.includes(plain) ? false : null;
}

function wordOf<Word extends string>(text: string | null, words: readonly Word[], otherwise: Word): Word | null {
  if (text === null) return otherwise;
  const plain = text.toUpperCase().replace(/[\s-]+/g, '_');
  return words.find((word) => word === plain) ?? null;
}

function nameOf(family: string | null, given: string | null, patronymic: string | null): PersonName | null {
  if (family === null && given === null && patronymic === null) return null;
  return { family: family ?? '', given, ...(patronymic !== null && { patronymic }) };
}
