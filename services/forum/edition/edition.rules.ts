import type { TransitionTable } from '../../shared/state-machine.rules.ts';

export enum EditionStatus {
  DRAFT = 'DRAFT',
  ANNOUNCED = 'ANNOUNCED',
  REGISTRATION_OPEN = 'REGISTRATION_OPEN',
  REGISTRATION_PAUSED = 'REGISTRATION_PAUSED',
  REGISTRATION_CLOSED = 'REGISTRATION_CLOSED',
  IN_PROGRESS = 'IN_PROGRESS',
  FINISHED = 'FINISHED',
  ARCHIVED = 'ARCHIVED',
  CANCELLED = 'CANCELLED',
  POSTPONED = 'POSTPONED',
}

/** Who takes a step: an administrator, or the portal by the edition's own calendar. */
export type EditionActor = 'administrator' | 'portal';

const { DRAFT, ANNOUNCED, REGISTRATION_OPEN, REGISTRATION_PAUSED, REGISTRATION_CLOSED } = EditionStatus;
const { IN_PROGRESS, FINISHED, ARCHIVED, CANCELLED, POSTPONED } = EditionStatus;
const by: readonly EditionActor[] = ['administrator'];
const byCalendar: readonly EditionActor[] = ['administrator', 'portal'];

/**
 * The life of an edition. Until it is in progress it may be cancelled or put off; put off, it is announced anew or
 * cancelled after all.
 */
export const editionTransitions: TransitionTable<EditionStatus, EditionActor> = [
  { from: DRAFT, to: ANNOUNCED, by },
  { from: ANNOUNCED, to: REGISTRATION_OPEN, by: byCalendar },
  { from: REGISTRATION_OPEN, to: REGISTRATION_PAUSED, by },
  { from: REGISTRATION_PAUSED, to: REGISTRATION_OPEN, by },
  { from: REGISTRATION_OPEN, to: REGISTRATION_CLOSED, by: byCalendar },
  { from: REGISTRATION_PAUSED, to: REGISTRATION_CLOSED, by: byCalendar },
  { from: REGISTRATION_CLOSED, to: IN_PROGRESS, by: byCalendar },
  { from: IN_PROGRESS, to: FINISHED, by: byCalendar },
  { from: FINISHED, to: ARCHIVED, by },
  ...[DRAFT, ANNOUNCED, REGISTRATION_OPEN, REGISTRATION_PAUSED, REGISTRATION_CLOSED].flatMap((from) => [
    { from, to: CANCELLED, by },
    { from, to: POSTPONED, by },
  ]),
  { from: POSTPONED, to: ANNOUNCED, by },
  { from: POSTPONED, to: CANCELLED, by },
];

/** States in which nothing of an edition changes any more. */
export const CLOSED: readonly EditionStatus[] = [FINISHED, ARCHIVED, CANCELLED];
