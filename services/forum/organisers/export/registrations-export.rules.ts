import type { TransitionTable } from '../../../shared/state-machine.rules.ts';

export enum RegistrationsExportStatus {
  QUEUED = 'QUEUED',
  READY = 'READY',
  EXPIRED = 'EXPIRED',
  FAILED = 'FAILED',
}

export enum ExportFormat {
  CSV = 'CSV',
  JSONL = 'JSONL',
}

export type ExportActor = 'portal';

const { QUEUED, READY, EXPIRED, FAILED } = RegistrationsExportStatus;

/** The life of an export. Once it has expired, nothing of it is left but that it was. */
export const exportTransitions: TransitionTable<RegistrationsExportStatus, ExportActor> = [
  { from: QUEUED, to: READY, by: ['portal'] },
  { from: QUEUED, to: FAILED, by: ['portal'] },
  { from: READY, to: EXPIRED, by: ['portal'] },
];

const HOUR_MS = 3_600_000;
const VALID_HOURS = 24;
/** How long an export may wait to be written before it is given up. */
const PATIENCE_HOURS = 1;
/** How long one that has run out is remembered, so that its link is told apart from a wrong one. */
const REMEMBERED_HOURS = 7 * 24;

/** A link that was passed on does no more harm than this. */
export const MOST_DOWNLOADS = 20;
/** What a reason to take people's data out of the portal holds at least, so that it is one. */
export const EXPORT_REASON_LENGTH = 10;

export function expiryOf(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + VALID_HOURS * HOUR_MS);
}

/** Exports that were asked for before then and still wait are given up. */
export function givenUpBefore(now: Date): Date {
  return new Date(now.getTime() - PATIENCE_HOURS * HOUR_MS);
}

/** Exports that ran out before then are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - REMEMBERED_HOURS * HOUR_MS);
}

/** What an export is at a moment, whatever upkeep has noted so far. */
export function statusAt(
  { status, expiresAt, downloads }: { status: RegistrationsExportStatus; expiresAt: Date; downloads: number },
  now: Date,
): RegistrationsExportStatus {
  return status === READY && (now >= expiresAt || downloads >= MOST_DOWNLOADS) ? EXPIRED : status;
}
