import { type ColumnProblem, columnsByName, readHeaders } from '../../../../shared/csv/headers.rules.ts';
import type { PersonName } from '../../identity/identity.rules.ts';
import type { GroupMember } from '../member/member.rules.ts';

/**
 * What the columns of a list may be called, in English, Russian and Kazakh; by where the cell belongs in a member. Case,
 * punctuation and spaces make no difference. The first is what the portal calls it.
 */
const COLUMN_NAMES = {
  email:
    'email, e-mail, mail, email address, e-mail address, почта, эл. почта, электронная почта, ' +
    'адрес электронной почты, имейл, емейл, пошта, эл. пошта, электрондық пошта',
  'nativeName.family':
    'family name, family, last name, surname, native family name, nativeName.family, фамилия, тегі, фамилиясы',
  'nativeName.given': 'given name, given, first name, name, native given name, nativeName.given, имя, аты, есімі',
  'nativeName.patronymic': 'patronymic, middle name, nativeName.patronymic, отчество, әкесінің аты',
  'latinName.family':
    'latin family name, family name (latin), last name (latin), surname (latin), passport family name, ' +
    'latinName.family, фамилия латиницей, фамилия (латиница), фамилия на латинице, фамилия лат., ' +
    'фамилия как в паспорте, латынша тегі, тегі (латынша), тегі латын әріпімен, төлқұжаттағы тегі',
  'latinName.given':
    'latin given name, given name (latin), first name (latin), passport given name, latinName.given, ' +
    'имя латиницей, имя (латиница), имя на латинице, имя лат., имя как в паспорте, латынша аты, ' +
    'аты (латынша), аты латын әріпімен, төлқұжаттағы аты',
  birthDate: 'birth date, date of birth, birthDate, birthday, born, dob, дата рождения, день рождения, туған күні',
  citizenship: 'citizenship, nationality, country, country of citizenship, гражданство, страна, азаматтығы, азаматтық',
  affiliation: 'affiliation, organisation, organization, организация, место работы, место учёбы, ұйым, ұйымы',
  interpretationLanguage:
    'interpretation language, interpretationLanguage, language, язык перевода, язык, аударма тілі, тілі, тіл',
  dietaryNeeds: 'dietary needs, dietaryNeeds, diet, питание, особенности питания, тамақтану, тамақтану қажеттіліктері',
  accessibilityNeeds:
    'accessibility needs, accessibilityNeeds, accessibility, доступная среда, доступность, ' +
    'особые потребности, қолжетімділік, қолжетімділік қажеттіліктері',
} as const;
export type Column = keyof typeof COLUMN_NAMES;

/** Where the cells of a row belong: a column for each place, null for one that is blank from top to bottom. */
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

/** A member from the cells of a row. An empty cell says nothing; days may be written as `17.05.2001`, too. */
export function memberOf(columns: Columns, cells: readonly string[]): GroupMember {
  const cell = (column: Column): string | null => {
    const index = columns.indexOf(column);
    return index < 0 ? null : cells[index]?.trim() || null;
  };
  const birthDate = cell('birthDate');
  return {
    email: cell('email') ?? '',
    nativeName: nameOf(cell('nativeName.family'), cell('nativeName.given'), cell('nativeName.patronymic')),
    latinName: nameOf(cell('latinName.family'), cell('latinName.given'), null),
    birthDate: birthDate?.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1') ?? null,
    citizenship: cell('citizenship'),
    affiliation: cell('affiliation'),
    interpretationLanguage: cell('interpretationLanguage'),
    dietaryNeeds: cell('dietaryNeeds'),
    accessibilityNeeds: cell('accessibilityNeeds'),
  };
}

function nameOf(family: string | null, given: string | null, patronymic: string | null): PersonName | null {
  if (family === null && given === null && patronymic === null) return null;
  return { family: family ?? '', given, ...(patronymic !== null && { patronymic }) };
}
