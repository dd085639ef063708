import type { TransitionTable } from '../../../shared/state-machine.rules.ts';
import type { FormViolation } from '../../form/form.rules.ts';

export enum HoursStatus {
  RECORDED = 'RECORDED',
  VERIFIED = 'VERIFIED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Who decides about hours: the project's organisation, and the volunteer as long as nobody else has. */
export type HoursActor = 'organisation' | 'volunteer';

const { RECORDED, VERIFIED, REJECTED, WITHDRAWN } = HoursStatus;

/** The life of recorded hours. They are in the volunteer record while they are verified. */
export const hoursTransitions: TransitionTable<HoursStatus, HoursActor> = [
  { from: RECORDED, to: VERIFIED, by: ['organisation'] },
  { from: RECORDED, to: REJECTED, by: ['organisation'] },
  { from: VERIFIED, to: REJECTED, by: ['organisation'] },
  { from: RECORDED, to: WITHDRAWN, by: ['volunteer'] },
];

export const MINUTES_A_DAY = 24 * 60;
/** How many records one act decides about. */
export const MOST_AT_ONCE = 100;

/** Hours as a volunteer gives them. The day is ISO. */
export interface GivenHours {
  readonly on: string;
  readonly minutes: number;
}

/** What hours are measured by. Days are ISO. */
export interface HoursLimits {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly today: string;
  /** Minutes of that day that no project has yet, of this person. */
  readonly remaining: number;
}

/** Everything wrong with hours given to a project on a day. A day has 24 hours, over all projects. */
export function checkHours(
  { on, minutes }: GivenHours,
  { startsOn, endsOn, today, remaining }: HoursLimits,
): readonly FormViolation[] {
  return [
    ...(on > today ? [{ path: ['on'], problem: 'in-future' as const }] : []),
    ...(on < startsOn ? [{ path: ['on'], problem: 'before-it-begins' as const, limits: { day: startsOn } }] : []),
    ...(on > endsOn ? [{ path: ['on'], problem: 'after-it-ends' as const, limits: { day: endsOn } }] : []),
    ...(minutes < 1 ? [{ path: ['minutes'], problem: 'below-one' as const }] : []),
    ...(minutes > remaining ? [{ path: ['minutes'], problem: 'over-a-day' as const, limits: { remaining } }] : []),
  ];
}

/** Minutes in hours, to the hundredth. */
export function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
