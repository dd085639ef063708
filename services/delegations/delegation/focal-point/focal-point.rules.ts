/** Where a focal point is: asked by the invitation, named by a note verbale, checked, or not one any more. */
export enum FocalPointStatus {
  INVITED = 'INVITED',
  DESIGNATED = 'DESIGNATED',
  CONFIRMED = 'CONFIRMED',
  ENDED = 'ENDED',
}

/** How many people a delegation names as its focal points at a time. Source: practice of treaty secretariats. */
export const FOCAL_POINTS_AT_MOST = 2;

/** The first place among a delegation's focal points that nobody has, 1 or 2; null where both are taken. */
export function freeSlot(taken: readonly number[]): number | null {
  for (let slot = 1; slot <= FOCAL_POINTS_AT_MOST; slot += 1) if (!taken.includes(slot)) return slot;
  return null;
}

const ORDER = [
  FocalPointStatus.ENDED,
  FocalPointStatus.INVITED,
  FocalPointStatus.DESIGNATED,
  FocalPointStatus.CONFIRMED,
];

/** Whether the first of two has come further than the second. */
export function isFurther(one: FocalPointStatus, other: FocalPointStatus): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}
