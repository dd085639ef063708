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

export type EditionActor = 'administrator';

const { DRAFT, ANNOUNCED, REGISTRATION_OPEN, REGISTRATION_PAUSED, REGISTRATION_CLOSED } = EditionStatus;
const { IN_PROGRESS, FINISHED, ARCHIVED, CANCELLED, POSTPONED } = EditionStatus;
const by: readonly EditionActor[] = ['administrator'];

/** The life of an edition. Until it is in progress it may be cancelled or put off; put off, it is announced anew. */
export const editionTransitions: TransitionTable<EditionStatus, EditionActor> = [
  { from: DRAFT, to: ANNOUNCED, by },
  { from: ANNOUNCED, to: REGISTRATION_OPEN, by },
  { from: REGISTRATION_OPEN, to: REGISTRATION_PAUSED, by },
  { from: REGISTRATION_PAUSED, to: REGISTRATION_OPEN, by },
  { from: REGISTRATION_OPEN, to: REGISTRATION_CLOSED, by },
  { from: REGISTRATION_PAUSED, to: REGISTRATION_CLOSED, by },
  { from: REGISTRATION_CLOSED, to: IN_PROGRESS, by },
  { from: IN_PROGRESS, to: FINISHED, by },
  { from: FINISHED, to: ARCHIVED, by },
  ...[DRAFT, ANNOUNCED, REGISTRATION_OPEN, REGISTRATION_PAUSED, REGISTRATION_CLOSED].flatMap((from) => [
    { from, to: CANCELLED, by },
    { from, to: POSTPONED, by },
  ]),
  { from: POSTPONED, to: ANNOUNCED, by },
];
