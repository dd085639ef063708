/** Why something about an erased person is kept. Stable; said in words where receipts are shown. */
export const KEEP_REASONS = ['OFFICIAL_LIST', 'SERVICE_ABROAD'] as const;
export type KeepReason = (typeof KEEP_REASONS)[number];

/** What a service keeps, and until when. */
export interface Kept {
  readonly reason: KeepReason;
  readonly until: Date;
}
