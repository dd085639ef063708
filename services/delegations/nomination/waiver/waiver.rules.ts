import { NominationStatus } from '../nomination.rules.ts';

/** Whether a nominee has used up their one substitution: they were replaced, or have replaced somebody. */
export function isLimited({
  status,
  replacesId,
}: {
  readonly status: NominationStatus;
  readonly replacesId: string | null;
}): boolean {
  return status === NominationStatus.REPLACED || replacesId !== null;
}
