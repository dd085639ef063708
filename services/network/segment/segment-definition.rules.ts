import { checkTexts, type GivenText, type TextViolation } from '../../shared/text/given-texts.rules.ts';
import { EARLIEST_DAY } from '../network-day.rules.ts';
import { checkSource, type GivenSource, type SourceProblem } from '../source/source.rules.ts';

export enum SegmentName {
  YOUTH = 'YOUTH',
  SILVER = 'SILVER',
}

/** Days a definition holds on, ISO, both ends included; null or absent where there is no end. */
export interface Span {
  readonly since?: string | null;
  readonly until?: string | null;
}

/** A definition as somebody gives it. Ages are in completed years, both included. */
export interface GivenDefinition {
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly since: string;
  readonly until: string | null;
  readonly description: readonly GivenText[];
  readonly source: GivenSource | null;
}

export type SegmentProblem =
  | SourceProblem
  | TextViolation['problem']
  | 'no-age'
  | 'below-minimum'
  | 'ends-before-it-begins';

export interface SegmentViolation {
  readonly path: readonly string[];
  readonly problem: SegmentProblem;
}

export const DESCRIPTION_LENGTH = 500;
export const OLDEST = 120;

/** Everything wrong with a definition on a day (ISO), in the order of the form. */
export function checkSegment(given: GivenDefinition, today: string): readonly SegmentViolation[] {
  const { minimumAge, maximumAge, since, until, description, source } = given;
  const tooLow = maximumAge !== null && maximumAge < minimumAge;
  return [
    ...(isAge(minimumAge) ? [] : [violation('no-age', 'minimumAge')]),
    ...(maximumAge === null || isAge(maximumAge) ? [] : [violation('no-age', 'maximumAge')]),
    ...(tooLow ? [violation('below-minimum', 'maximumAge')] : []),
    ...(since < EARLIEST_DAY ? [violation('too-long-ago', 'from')] : []),
    ...(until !== null && until < since ? [violation('ends-before-it-begins', 'until')] : []),
    ...checkTexts(['description'], description, { maximum: DESCRIPTION_LENGTH, required: true }).map(
      ({ path, problem }) => violation(problem, ...path),
    ),
    ...(source === null ? [] : checkSource(source, today)).map(({ path, problem }) =>
      violation(problem, 'source', ...path),
    ),
  ];
}

/**
 * Where a new definition stands among those there are: the one that goes on without an end gives way to it the day
 * before. It overlaps where it would begin no later than that one, or meet one whose days are set.
 */
export function placeAmong<Definition extends Span>(
  definitions: readonly Definition[],
  added: { readonly since: string; readonly until: string | null },
): { readonly givesWay: Definition | null } | { readonly refusal: 'overlaps'; readonly with: Definition } {
  const givesWay =
    definitions.find(({ since, until }) => until == null && (since == null || since < added.since)) ?? null;
  const met = definitions.find(
    (one) =>
      one !== givesWay &&
      (one.until == null || added.since <= one.until) &&
      (added.until === null || one.since == null || one.since <= added.until),
  );
  return met ? { refusal: 'overlaps', with: met } : { givesWay };
}

/** The day before a day, ISO. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

function isAge(age: number): boolean {
  return age >= 0 && age <= OLDEST;
}

function violation(problem: SegmentProblem, ...path: string[]): SegmentViolation {
  return { path, problem };
}
