import type { TransitionTable } from '../../shared/state-machine.rules.ts';

export enum Sector {
  ELDERLY_CARE = 'ELDERLY_CARE',
  CHILDREN = 'CHILDREN',
  RESCUE = 'RESCUE',
  TEACHING = 'TEACHING',
  ENVIRONMENT = 'ENVIRONMENT',
  CULTURE = 'CULTURE',
}

export enum OpeningStatus {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  PUBLISHED = 'PUBLISHED',
  CLOSED_FOR_APPLICATIONS = 'CLOSED_FOR_APPLICATIONS',
  SELECTION = 'SELECTION',
  FILLED = 'FILLED',
  PARTLY_FILLED = 'PARTLY_FILLED',
  UNFILLED = 'UNFILLED',
  CANCELLED = 'CANCELLED',
}

/** Who takes a step: the host that offers the opening, those who run placements, the clock. */
export type OpeningActor = 'host-officer' | 'placement-officer' | 'portal';

const { DRAFT, IN_REVIEW, PUBLISHED, CLOSED_FOR_APPLICATIONS, SELECTION } = OpeningStatus;
const { FILLED, PARTLY_FILLED, UNFILLED, CANCELLED } = OpeningStatus;

/**
 * The life of an opening. Once published it may be cancelled until it is decided, and that cannot be undone.
 *
 * What was never published is not cancelled: every status after `IN_REVIEW` is public, and a draft must not become so.
 */
export const openingTransitions: TransitionTable<OpeningStatus, OpeningActor> = [
  { from: DRAFT, to: IN_REVIEW, by: ['host-officer', 'placement-officer'] },
  { from: IN_REVIEW, to: PUBLISHED, by: ['placement-officer'] },
  { from: PUBLISHED, to: CLOSED_FOR_APPLICATIONS, by: ['placement-officer', 'portal'] },
  { from: CLOSED_FOR_APPLICATIONS, to: SELECTION, by: ['placement-officer'] },
  { from: SELECTION, to: FILLED, by: ['placement-officer'] },
  { from: SELECTION, to: PARTLY_FILLED, by: ['placement-officer'] },
  { from: SELECTION, to: UNFILLED, by: ['placement-officer'] },
  ...[PUBLISHED, CLOSED_FOR_APPLICATIONS, SELECTION].map((from) => ({
    from,
    to: CANCELLED,
    by: ['placement-officer'] as const,
  })),
];
