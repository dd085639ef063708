export enum DataExportStatus {
  READY = 'READY',
  EXPIRED = 'EXPIRED',
}

const HOUR_MS = 3_600_000;
const VALID_HOURS = 24;
/** How long an export that has run out is remembered, so that its link is told apart from a wrong one. */
const REMEMBERED_HOURS = 7 * 24;

/** A link that was passed on does no more harm than this. */
export const MOST_DOWNLOADS = 20;

/** When an export runs out: from then on, nothing is downloaded. */
export function expiryOf(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + VALID_HOURS * HOUR_MS);
}

/** Exports that ran out before then are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - REMEMBERED_HOURS * HOUR_MS);
}

export function statusAt(expiresAt: Date, downloads: number, now: Date): DataExportStatus {
  return now < expiresAt && downloads < MOST_DOWNLOADS ? DataExportStatus.READY : DataExportStatus.EXPIRED;
}
