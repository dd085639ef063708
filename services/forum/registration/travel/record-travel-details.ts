import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { lockRegistration } from '../lock-registration.ts';
import { RegistrationStatus } from '../registration.rules.ts';
import type { Travel } from './travel.rules.ts';
import { TravelDetails } from './travel-details.entity.ts';

export interface RecordTravelDetails extends Travel {
  readonly actorId: string;
  readonly registrationId: string;
  readonly expectedVersion: number | null;
}

export type RecordTravelDetailsOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'registration-not-found' }
  | { readonly refusal: 'not-confirmed'; readonly status: RegistrationStatus }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/** Records what a participant tells of their journey, once their registration is confirmed and not before. */
export function recordTravelDetails(
  em: EntityManager,
  { actorId, registrationId, expectedVersion, ...travel }: RecordTravelDetails,
  now: Date,
): Promise<RecordTravelDetailsOutcome> {
  return em.transactional(async (tx) => {
    const registration = await lockRegistration(tx, registrationId);
    if (registration?.personId !== actorId) return { refusal: 'registration-not-found' };
    const { status } = registration;
    if (status !== RegistrationStatus.CONFIRMED) return { refusal: 'not-confirmed', status };

    const earlier = await tx.findOne(TravelDetails, { registration });
    const currentVersion = earlier?.version ?? 0;
    if (expectedVersion !== null && expectedVersion !== currentVersion) {
      return { refusal: 'version-conflict', currentVersion };
    }
    if (earlier) tx.assign(earlier, { ...travel, toldAt: now });
    else tx.create(TravelDetails, { registration, ...travel, toldAt: now });
    // What people tell stays out of the trail; that they told it is in it.
    const changes = [{ field: 'travelDetails', from: null, to: null }];
    audit(tx, { actorId, command: 'recordTravelDetails', subjectId: registrationId, changes }, now);
    return { registrationId };
  });
}
