import { OpeningStatus } from '../../opening/opening.rules.ts';

/** What has changed. */
export enum PlacementChangeKind {
  OPENING = 'OPENING',
  DEPLOYMENT = 'DEPLOYMENT',
}

/** Whether a step of an opening is told: drafts are nobody's business, and what is published stays public. */
export function isTold(to: string): boolean {
  return to !== OpeningStatus.DRAFT && to !== OpeningStatus.IN_REVIEW;
}

/** A change that is about to be told. */
export interface NewChange {
  readonly id: string;
  readonly kind: PlacementChangeKind;
  readonly countryCode: string;
  readonly openingId: string;
  /** Null for an opening. */
  readonly deploymentId: string | null;
  readonly status: string;
  readonly at: Date;
}
