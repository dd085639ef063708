/** The most characters of a report or an amendment, and of a note to an author. */
export const REPORT_LENGTH = 20_000;
export const NOTE_LENGTH = 2_000;

export interface ReportViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'control-character' | 'hours-out-of-range';
  /** The most that is allowed: characters, or hours. */
  readonly maximum?: number;
}

/** What a report says, as somebody gives it. */
export interface GivenReport {
  readonly text: string;
  readonly hoursServed: number | null;
}

/** First and last day that a report tells of, `2026-10-01`. */
interface Covered {
  readonly coversFrom: string;
  readonly coversUntil: string;
}

/** Everything wrong with a report that is handed in. */
export function checkReport({ text, hoursServed }: GivenReport, covered: Covered): readonly ReportViolation[] {
  return [...checkProse(['text'], text, REPORT_LENGTH), ...checkHours(hoursServed, covered)];
}

/** Everything wrong with a report that is being written, which may be empty yet. */
export function checkDraft({ text, hoursServed }: GivenReport, covered: Covered): readonly ReportViolation[] {
  return [...checkLetters(['text'], text, REPORT_LENGTH), ...checkHours(hoursServed, covered)];
}

/** What is wrong with a text of some lines. */
export function checkProse(path: readonly string[], text: string, maximum: number): readonly ReportViolation[] {
  return text.trim() === '' ? [{ path, problem: 'blank' }] : checkLetters(path, text, maximum);
}

/** What steers a terminal, or is in no text of the database. Lines and tabulators are fine. */
const CONTROL = /[^\P{Cc}\n\r\t]/u;

function checkLetters(path: readonly string[], text: string, maximum: number): readonly ReportViolation[] {
  if (CONTROL.test(text)) return [{ path, problem: 'control-character' }];
  return text.length > maximum ? [{ path, problem: 'too-long', maximum }] : [];
}

function checkHours(hoursServed: number | null, { coversFrom, coversUntil }: Covered): readonly ReportViolation[] {
  const days = Temporal.PlainDate.from(coversFrom).until(coversUntil).days + 1;
  const maximum = days * 24;
  const isOut = hoursServed !== null && (hoursServed < 0 || hoursServed > maximum);
  return isOut ? [{ path: ['hoursServed'], problem: 'hours-out-of-range', maximum }] : [];
}
