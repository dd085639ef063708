import { checkTexts, type GivenText, type TextViolation } from '../../shared/text/given-texts.rules.ts';
import { EARLIEST_DAY } from '../network-day.rules.ts';
import { checkSource, type GivenSource, type SourceProblem } from '../source/source.rules.ts';

export enum ImpactQualifier {
  EXACT = 'EXACT',
  ABOUT = 'ABOUT',
  MORE_THAN = 'MORE_THAN',
}

export enum ImpactOrigin {
  REPORTED = 'REPORTED',
  COUNTED = 'COUNTED',
}

/** A figure as somebody gives it. Days are ISO, both ends of the period included. */
export interface GivenFigure {
  readonly key: string;
  readonly year: number;
  readonly value: number;
  readonly qualifier: ImpactQualifier;
  readonly period: { readonly from: string; readonly until: string };
  readonly asOf: string;
  readonly source: GivenSource | null;
  readonly note: readonly GivenText[];
}

export type FigureProblem =
  | SourceProblem
  | TextViolation['problem']
  | 'negative'
  | 'ends-before-it-begins'
  | 'outside-year'
  | 'before-period-ends'
  | 'after-publication'
  | 'unknown-key'
  | 'another-figure';

export interface FigureViolation {
  readonly path: readonly string[];
  readonly problem: FigureProblem;
}

export const NOTE_LENGTH = 500;

/**
 * Everything wrong with a figure on a day (ISO), in the order of the form.
 *
 * Nobody knows a figure before its period ends, nor reports one as of a later day than that of the report.
 */
export function checkFigure(figure: GivenFigure, today: string): readonly FigureViolation[] {
  const { year, value, period, asOf, source, note } = figure;
  const ordered = period.from <= period.until;
  const years = [yearOf(period.from), yearOf(period.until)] as const;
  const published = source?.publishedOn ?? null;
  return [
    ...(value < 0 ? [violation('negative', 'value')] : []),
    ...(period.from < EARLIEST_DAY ? [violation('too-long-ago', 'period', 'from')] : []),
    ...(ordered ? [] : [violation('ends-before-it-begins', 'period', 'until')]),
    ...(ordered && (year < years[0] || year > years[1]) ? [violation('outside-year', 'year')] : []),
    ...(ordered && asOf < period.until ? [violation('before-period-ends', 'asOf')] : []),
    ...(asOf > today ? [violation('in-future', 'asOf')] : []),
    ...(published !== null && asOf > published ? [violation('after-publication', 'asOf')] : []),
    ...(source === null ? [violation('missing', 'source')] : []),
    ...(source === null ? [] : checkSource(source, today)).map(({ path, problem }) =>
      violation(problem, 'source', ...path),
    ),
    ...checkTexts(['note'], note, { maximum: NOTE_LENGTH, required: false }).map(({ path, problem }) =>
      violation(problem, ...path),
    ),
  ];
}

/** The next version of a figure's line, or why there is none: a line does not branch. */
export function nextInLine(
  head: { readonly id: string; readonly version: number },
  correctedId: string,
): { readonly version: number } | { readonly refusal: 'figure-superseded'; readonly currentId: string } {
  if (head.id !== correctedId) return { refusal: 'figure-superseded', currentId: head.id };
  return { version: head.version + 1 };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function violation(problem: FigureProblem, ...path: string[]): FigureViolation {
  return { path, problem };
}
