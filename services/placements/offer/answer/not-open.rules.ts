import { ApplicationStatus } from '../../application/application.rules.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { OfferStatus, offerStatusAt } from '../offer.rules.ts';

/**
 * Why an offer cannot be answered any more; null where it can.
 *
 * From the instant it expires it cannot, and neither once its application has ended in another way.
 */
export function notOpen(
  { status, expiresAt }: { readonly status: OfferStatus; readonly expiresAt: Date },
  application: ApplicationStatus,
  now: Date,
): Refused<'offer-expired' | 'offer-ended'> | null {
  const standing = offerStatusAt(status, expiresAt, now);
  if (standing === OfferStatus.EXPIRED) return { refusal: 'offer-expired', expiredAt: expiresAt.toISOString() };
  if (standing !== OfferStatus.OPEN) return { refusal: 'offer-ended', status: standing };
  return application === ApplicationStatus.OFFERED ? null : { refusal: 'offer-ended', status: OfferStatus.RESCINDED };
}
