import { type fileMessages, say as sayOfFile } from '../../../../shared/csv/messages.ts';
import { FILE_BYTES } from '../../../../shared/csv/read-table.ts';
import { InvalidInput, Violation } from '../../../../shared/graph/user-error.ts';
import type { FileProblem } from '../file/read-group-file.ts';
import { type groupMessages, say } from '../messages.ts';
import type { HeadViolation } from './head.rules.ts';
import { MEMBERS_LIMIT } from './placement.rules.ts';

const headCodes: Record<HeadViolation['problem'], keyof typeof groupMessages> = {
  blank: 'BLANK',
  required: 'REQUIRED',
  'too-long': 'TOO_LONG',
  'unexpected-text': 'UNEXPECTED_TEXT',
  'no-members': 'NO_MEMBERS',
  'too-many-members': 'TOO_MANY_MEMBERS',
};
const fileCodes: Record<FileProblem['problem'], keyof typeof fileMessages> = {
  'not-base64': 'NOT_BASE64',
  'file-too-large': 'FILE_TOO_LARGE',
  'file-empty': 'FILE_EMPTY',
  'utf-16': 'UTF_16',
  spreadsheet: 'SPREADSHEET',
  'not-text': 'NOT_TEXT',
  'broken-csv': 'BROKEN_CSV',
  'missing-column': 'MISSING_COLUMN',
  'unknown-column': 'UNKNOWN_COLUMN',
  'repeated-column': 'REPEATED_COLUMN',
  'no-rows': 'NO_ROWS',
  'too-many-rows': 'TOO_MANY_ROWS',
};

/** The refusal of a list for what stands above its rows, in the viewer's language. */
export function invalidHead(violations: readonly HeadViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = headCodes[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}

/** The refusal of a file as such, in the viewer's language; of a column, with the column's name in the path. */
export function invalidFile(problems: readonly FileProblem[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: problems.length }),
    problems.map((problem) => {
      const code = fileCodes[problem.problem];
      const header = 'header' in problem ? problem.header : '';
      const maximum = problem.problem === 'file-too-large' ? FILE_BYTES : MEMBERS_LIMIT;
      const values = { header, maximum, row: 'row' in problem ? problem.row : 0 };
      return new Violation(['input', 'csv', ...(header ? [header] : [])], code, sayOfFile(code, locale, values));
    }),
  );
}
