import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { PLACERS } from '../application/application.rules.ts';

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

/** Published openings that are not decided or cancelled yet: those that people look for. */
export const UNDECIDED: readonly OpeningStatus[] = [
  OpeningStatus.PUBLISHED,
  OpeningStatus.CLOSED_FOR_APPLICATIONS,
  OpeningStatus.SELECTION,
];

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
  { from: IN_REVIEW, to: DRAFT, by: ['placement-officer'] },
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

/** Openings that lead nowhere any more: nothing of them changes. */
export const DECIDED: readonly OpeningStatus[] = [FILLED, PARTLY_FILLED, UNFILLED, CANCELLED];

/** In which capacities a viewer acts on an opening of a host; empty for strangers, officers of other hosts among them. */
export function actorsOnOpening(viewer: Viewer, hostOrganisationId: string): readonly OpeningActor[] {
  const actors: OpeningActor[] = [];
  const host = { kind: 'HOST_ORGANISATION', id: hostOrganisationId } as const;
  if (holds(viewer, ['HOST_OFFICER'], host)) actors.push('host-officer');
  if (holds(viewer, PLACERS, { kind: 'ALL', id: null })) actors.push('placement-officer');
  return actors;
}

/** Whether some may change what an opening says: a host's officers while it is a draft, then those who run placements. */
export function mayChange(status: OpeningStatus, by: readonly OpeningActor[]): boolean {
  if (DECIDED.includes(status)) return false;
  return by.includes('placement-officer') || (by.includes('host-officer') && status === DRAFT);
}

/** How selection has ended, by how many of its positions are taken. */
export function outcomeOf({ total, filled }: { readonly total: number; readonly filled: number }): OpeningStatus {
  if (filled === 0) return UNFILLED;
  return filled < total ? PARTLY_FILLED : FILLED;
}
