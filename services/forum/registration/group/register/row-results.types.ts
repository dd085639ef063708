import type DataLoader from 'dataloader';
import { Violation } from '../../../../shared/graph/user-error.ts';
import type { RegistrationRow } from '../../registration.loaders.ts';
import { RegistrationType } from '../../registration.types.ts';
import type { Column } from '../file/columns.rules.ts';
import type { RowRefusal } from '../member/check-rows.rules.ts';
import type { MemberProblem } from '../member/member.rules.ts';
import { type groupMessages, say } from '../messages.ts';
import type { RowResult } from './register-group.ts';
import { GroupRowRefusal, GroupRowResult } from './register-group.types.ts';

/** Where in the input a field of a row is, outermost first. */
export type PlaceOf = (row: number, path: readonly string[]) => string[];

export const placeInMembers: PlaceOf = (row, path) => ['input', 'members', String(row - 1), ...path];

/** A place in a file is named by row and column, as the file calls it. */
export function placeInFile(headerOf: ReadonlyMap<Column, string>): PlaceOf {
  const headers = new Map<string, string>(headerOf);
  return (row, path) => {
    const field = path.join('.');
    const header = headers.get(field) ?? headers.get(`${field}.family`) ?? headers.get('latinName.family') ?? field;
    return ['input', 'csv', String(row), ...(field === '' ? [] : [header])];
  };
}

/** What the report of rows is made with. */
export interface Report {
  readonly placeOf: PlaceOf;
  readonly locale: string;
  /** Whether the viewer is told which registrations may be duplicates, and not only that there are some. */
  readonly namesDuplicates: boolean;
  readonly registrationById: DataLoader<string, RegistrationRow | null>;
}

/** The report of each row, in the viewer's language. Reads all registrations at once. */
export function resultsOf(results: readonly RowResult[], report: Report): Promise<GroupRowResult[]> {
  const { registrationById, namesDuplicates } = report;
  const registrationsOf = async (ids: readonly string[]) => {
    const rows = await Promise.all(ids.map((id) => registrationById.load(id)));
    return rows.flatMap((row) => (row ? [new RegistrationType(row)] : []));
  };
  return Promise.all(
    results.map(async ({ number, registrationId, status, refusal, isPossibleDuplicate, duplicateIds }) => {
      const [[registration = null], possibleDuplicates] = await Promise.all([
        registrationsOf(registrationId === null ? [] : [registrationId]),
        namesDuplicates ? registrationsOf(duplicateIds) : null,
      ]);
      return new GroupRowResult({
        row: number,
        // It may have been offered a seat since.
        status: registration?.status ?? status,
        registration,
        refusal: refusal && refusalOf(number, refusal, report),
        isPossibleDuplicate,
        possibleDuplicates,
      });
    }),
  );
}

function refusalOf(row: number, refusal: RowRefusal, { placeOf, locale }: Report): GroupRowRefusal {
  switch (refusal.refusal) {
    case 'invalid-row': {
      const violations = refusal.violations.map(({ path, problem, maximum = 0 }) => {
        const code = codes[problem];
        return new Violation(placeOf(row, path), code, say(code, locale, { maximum }));
      });
      return new GroupRowRefusal('INVALID_ROW', say('INVALID_ROW', locale, { count: violations.length }), {
        violations,
      });
    }
    case 'repeated-address': {
      const message = say('REPEATED_ADDRESS', locale, { row: refusal.firstRow });
      return new GroupRowRefusal('REPEATED_ADDRESS', message, { repeatsRow: refusal.firstRow });
    }
    case 'already-registered':
      return new GroupRowRefusal('ALREADY_REGISTERED', say('MEMBER_ALREADY_REGISTERED', locale));
    case 'full':
      return new GroupRowRefusal('EDITION_FULL', say('NO_ROOM_FOR_ROW', locale));
  }
}

const codes: Record<MemberProblem, keyof typeof groupMessages> = {
  required: 'REQUIRED',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unexpected-character': 'UNEXPECTED_CHARACTER',
  'not-latin': 'NOT_LATIN',
  'mixed-scripts': 'MIXED_SCRIPTS',
  'bad-address': 'BAD_ADDRESS',
  'bad-date': 'BAD_DATE',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
  'unknown-country': 'UNKNOWN_COUNTRY',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  'too-many-cells': 'TOO_MANY_CELLS',
};
